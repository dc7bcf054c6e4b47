import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AbsenceForm } from '#app/absences/absence-form.tsx'
import { absenceSchema } from '#app/absences/forms.ts'
import { nameSubstitute } from '#app/absences/name-substitute.server.ts'
import { ownNaming, readOwnAbsenceForm } from '#app/absences/own-absences.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { answerForm } from '#app/organisation/answer-form.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('absences:name') }

export const loader = ({ request }: LoaderFunctionArgs) => readOwnAbsenceForm(request)

export async function action({ request }: ActionFunctionArgs) {
  const act = await ownNaming(request)
  return answerForm(request, absenceSchema(officeDay(act.at)), async (absence) => {
    await nameSubstitute({ ...act, absence })
    return doneAt('/account/absences', 'absences:done.named')
  })
}

export default function NameOwnSubstitute() {
  const t = useT()
  return (
    <>
      <PageHeader title={t('absences:name')} />
      <AbsenceForm
        {...useLoaderData<typeof loader>()}
        answer={useActionData<typeof action>()}
        backTo="/account/absences"
      />
    </>
  )
}
