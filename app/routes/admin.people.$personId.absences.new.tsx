import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readAbsenceChoices } from '#app/absences/absence-choices.server.ts'
import { AbsenceForm } from '#app/absences/absence-form.tsx'
import { absenceSchema } from '#app/absences/forms.ts'
import { nameSubstitute } from '#app/absences/name-substitute.server.ts'
import { tellAbsences } from '#app/absences/tell-absences.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { grantingAct } from '#app/organisation/administrator.server.ts'
import { answerForm } from '#app/organisation/answer-form.server.ts'
import { readPersonForm } from '#app/organisation/person-form.server.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('absences:name') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, organId, today, kept } = await readPersonForm(request, params.personId)
  const { id: personId, fullName } = person
  const { posts, substitutes } = await readAbsenceChoices({ personId, organId, today })
  const choices = { posts, substitutes: await tellAbsences(substitutes, { request, organId }) }
  return { personId, fullName, today, kept, choices }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await grantingAct(request)
  const personId = requiredId(params.personId)
  return answerForm(request, absenceSchema(officeDay(act.at)), async (absence) => {
    await nameSubstitute({ ...act, personId, absence })
    return doneAt(`/admin/people/${personId}/absences`, 'absences:done.named')
  })
}

export default function NameSubstituteOf() {
  const t = useT()
  const { personId, fullName, ...form } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('absences:name')} below={fullName} />
      <AbsenceForm {...form} answer={useActionData<typeof action>()} backTo={`/admin/people/${personId}/absences`} />
    </>
  )
}
