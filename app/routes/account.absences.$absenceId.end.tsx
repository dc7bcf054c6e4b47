import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { endAbsence } from '#app/absences/end-absence.server.ts'
import { EndAbsenceForm } from '#app/absences/end-absence-form.tsx'
import { ownEnding, readOwnAbsences } from '#app/absences/own-absences.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { answerForm } from '#app/organisation/answer-form.server.ts'
import { oneOf } from '#app/organisation/one-of.server.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('absences:endTitle') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { lists } = await readOwnAbsences(request)
  return { absence: oneOf(lists.own, params.absenceId) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await ownEnding(request)
  return answerForm(request, z.object({}), async () => {
    await endAbsence({ ...act, absenceId: requiredId(params.absenceId) })
    return doneAt('/account/absences', 'absences:done.ended')
  })
}

export default function EndOwnAbsence() {
  const t = useT()
  const { absence } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('absences:endTitle')} />
      <EndAbsenceForm absence={absence} answer={useActionData<typeof action>()} backTo="/account/absences" />
    </>
  )
}
