import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { formatMoment } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { policiesOf } from '#app/reminders/policies.server.ts'
import { RuleTable } from '#app/reminders/rule-table.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { DoneNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'
import { Table } from '#app/ui/table.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:sections.reminders') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { organ } = await requireAdministratorHere(request, 'changeReminders')
  return policiesOf(organ.id)
}

export default function Reminders() {
  const t = useT()
  const { inForce, versions } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('organisation:sections.reminders')}
        acts={<LinkButton to="/admin/reminders/new">{t('reminders:new')}</LinkButton>}
      />
      <DoneNotice />
      <p className="mb-4 max-w-prose">{t('reminders:what')}</p>
      {inForce ? (
        <RuleTable policy={inForce.policy} caption={t('reminders:inForce', { version: inForce.version })} />
      ) : (
        <EmptyState>{t('reminders:noneInForce')}</EmptyState>
      )}
      {versions.length > 0 && (
        <div className="mt-6">
          <Table
            caption={t('reminders:versions')}
            columns={[
              {
                key: 'version',
                head: t('reminders:version'),
                rowHeader: true,
                cell: ({ id, version }: (typeof versions)[number]) => (
                  <Link to={`/admin/reminders/${id}`} className="link">
                    {t('reminders:versionNumber', { version })}
                  </Link>
                ),
              },
              {
                key: 'entered',
                head: t('reminders:entered'),
                cell: ({ enteredBy, enteredAt }) => `${enteredBy}, ${formatMoment(enteredAt)}`,
              },
              {
                key: 'inForce',
                head: t('reminders:putInForce'),
                cell: ({ putInForceBy, putInForceAt }) =>
                  putInForceAt ? `${putInForceBy ?? ''}, ${formatMoment(putInForceAt)}` : t('reminders:draft'),
              },
            ]}
            rows={versions}
            keyOf={({ id }) => id}
          />
        </div>
      )}
    </>
  )
}
