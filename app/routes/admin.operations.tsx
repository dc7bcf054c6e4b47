import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { readOperatorPage } from '#app/operations/operator-page.server.ts'
import { FailedMailTable } from '#app/operations/failed-mail-table.tsx'
import { QueueFigures } from '#app/operations/queue-figures.tsx'
import { retryFrom } from '#app/operations/retry-form.server.ts'
import { retryMessage } from '#app/operations/retry-message.server.ts'
import { ScheduleTable } from '#app/operations/schedule-table.tsx'
import { StuckTable } from '#app/operations/stuck-table.tsx'
import { administratorAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { doneAt } from '#app/ui/done.ts'
import { DoneNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:sections.operations') }

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministratorHere(request, 'operate')
  return readOperatorPage(now())
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  const wasRetried = await retryMessage({ ...act, ...retryFrom(await request.formData()) })
  return redirect(doneAt('/admin/operations', wasRetried ? 'operations:done.retried' : 'operations:done.tooLate'))
}

export default function Operations() {
  const t = useT()
  const { queue, outbox, stuck, schedules, mail } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('organisation:sections.operations')}
        acts={<LinkButton to="/admin/operations/read-only">{t('readOnly:open')}</LinkButton>}
      />
      <DoneNotice />
      <p className="mb-5 max-w-prose">{t('operations:what')}</p>
      <QueueFigures queue={queue} outbox={outbox} />
      <StuckTable rows={stuck} />
      <ScheduleTable rows={schedules} />
      <FailedMailTable mail={mail} />
    </>
  )
}
