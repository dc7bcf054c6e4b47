import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listAbsences } from '#app/absences/absence-list.server.ts'
import { endAbsence } from '#app/absences/end-absence.server.ts'
import { EndAbsenceForm } from '#app/absences/end-absence-form.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { administratorAct } from '#app/organisation/administrator.server.ts'
import { answerForm } from '#app/organisation/answer-form.server.ts'
import { oneOf } from '#app/organisation/one-of.server.ts'
import { readPersonForm } from '#app/organisation/person-form.server.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('absences:endTitle') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, today } = await readPersonForm(request, params.personId)
  const { own } = await listAbsences({ personId: person.id, today })
  return { personId: person.id, fullName: person.fullName, absence: oneOf(own, params.absenceId) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  const personId = requiredId(params.personId)
  return answerForm(request, z.object({}), async () => {
    await endAbsence({ ...act, personId, absenceId: requiredId(params.absenceId) })
    return doneAt(`/admin/people/${personId}/absences`, 'absences:done.ended')
  })
}

export default function EndAbsenceOf() {
  const t = useT()
  const { personId, fullName, absence } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('absences:endTitle')} below={fullName} />
      <EndAbsenceForm
        absence={absence}
        answer={useActionData<typeof action>()}
        backTo={`/admin/people/${personId}/absences`}
      />
    </>
  )
}
