import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { AdministrationForm } from '#app/organisation/administration-form.tsx'
import { administratorAct } from '#app/organisation/administrator.server.ts'
import { answerForm } from '#app/organisation/answer-form.server.ts'
import { changePerson } from '#app/organisation/change-person.server.ts'
import { personSchema } from '#app/organisation/forms.ts'
import { PersonFields, usePersonLabels } from '#app/organisation/person-fields.tsx'
import { readPersonForm } from '#app/organisation/person-form.server.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:editPerson') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  return readPersonForm(request, params.personId)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  const personId = requiredId(params.personId)
  return answerForm(request, personSchema, async (person) => {
    await changePerson({ ...act, personId, person })
    return doneAt(`/admin/people/${personId}`, 'organisation:done.personChanged')
  })
}

export default function EditPerson() {
  const t = useT()
  const { person, kept } = useLoaderData<typeof loader>()
  const { fullName, email, phone, outsideId } = person
  return (
    <>
      <PageHeader title={t('organisation:editPerson')} below={fullName} />
      <AdministrationForm
        id="person"
        answer={useActionData<typeof action>()}
        labels={usePersonLabels()}
        defaults={kept ?? { fullName, email, phone, outsideId }}
        submit={t('save')}
        backTo={`/admin/people/${person.id}`}
      >
        {(fields) => <PersonFields fields={fields} />}
      </AdministrationForm>
    </>
  )
}
