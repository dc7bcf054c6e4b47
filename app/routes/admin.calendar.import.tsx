import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { answerImport } from '#app/deadlines/calendar-import/answer-import.server.ts'
import { FaultsTable } from '#app/deadlines/calendar-import/faults-table.tsx'
import { ImportForm } from '#app/deadlines/calendar-import/import-form.tsx'
import { LookForm } from '#app/deadlines/look-form.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { administratorAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('workingCalendar:importTitle') }

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministratorHere(request, 'changeCalendar')
  return {}
}

export async function action({ request }: ActionFunctionArgs) {
  return answerImport(request, await administratorAct(request))
}

export default function ImportAnnouncement() {
  const t = useT()
  const answer = useActionData<typeof action>()
  const faults = answer && 'faults' in answer ? answer.faults : []
  return (
    <>
      <PageHeader title={t('workingCalendar:importTitle')} />
      {answer?.look ? (
        <LookForm look={answer.look} problem={answer.problem} backTo="/admin/calendar/import" />
      ) : (
        <>
          {faults.length > 0 && <FaultsTable faults={faults} />}
          <ImportForm fileMissing={answer !== undefined && 'fileMissing' in answer && answer.fileMissing} />
        </>
      )}
    </>
  )
}
