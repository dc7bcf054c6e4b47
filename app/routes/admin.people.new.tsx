import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { AdministrationForm } from '#app/organisation/administration-form.tsx'
import { administratorAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { answerForm } from '#app/organisation/answer-form.server.ts'
import { createPerson } from '#app/organisation/create-person.server.ts'
import { personSchema } from '#app/organisation/forms.ts'
import { PersonFields, usePersonLabels } from '#app/organisation/person-fields.tsx'
import { keptFields } from '#app/sign-in/kept-form.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:newPerson') }

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireAdministratorHere(request)
  return { kept: await keptFields(request, signedIn) }
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  return answerForm(request, personSchema, async (person) => {
    const { personId } = await createPerson({ ...act, person })
    return doneAt(`/admin/people/${personId}`, 'organisation:done.personCreated')
  })
}

export default function NewPerson() {
  const t = useT()
  const { kept } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('organisation:newPerson')} />
      <AdministrationForm
        id="person"
        answer={useActionData<typeof action>()}
        labels={usePersonLabels()}
        defaults={kept ?? undefined}
        submit={t('organisation:newPerson')}
        backTo="/admin/people"
      >
        {(fields) => <PersonFields fields={fields} />}
      </AdministrationForm>
    </>
  )
}
