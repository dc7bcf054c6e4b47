import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData } from '@remix-run/react'
import { answerImport } from '#app/deadlines/calendar-import/answer-import.server.ts'
import { FaultsTable } from '#app/deadlines/calendar-import/faults-table.tsx'
import { ImportForm } from '#app/deadlines/calendar-import/import-form.tsx'
import type { CalendarLook } from '#app/deadlines/calendar-look.server.ts'
import { LookedDays } from '#app/deadlines/looked-days.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { administratorAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { Button } from '#app/ui/button.tsx'
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
  return (
    <>
      <PageHeader title={t('workingCalendar:importTitle')} />
      {answer?.look ? (
        <LookedFile look={answer.look} />
      ) : (
        <>
          {answer && answer.faults.length > 0 && <FaultsTable faults={answer.faults} />}
          <ImportForm fileMissing={answer?.fileMissing ?? false} />
        </>
      )}
    </>
  )
}

function LookedFile({ look: { edit, days } }: { look: CalendarLook }) {
  const t = useT()
  const isUnchanged = days.every(({ change }) => change === 'same')
  return (
    <>
      <LookedDays days={days} />
      {isUnchanged && <p className="mt-4">{t('workingCalendar:unchanged')}</p>}
      <Form method="post" className="mt-5 flex items-center gap-4">
        <input type="hidden" name="edit" value={JSON.stringify(edit)} />
        {!isUnchanged && <Button>{t('workingCalendar:write')}</Button>}
        <Link to="/admin/calendar" className="link">
          {t('cancel')}
        </Link>
      </Form>
    </>
  )
}
