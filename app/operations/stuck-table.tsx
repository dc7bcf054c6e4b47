import { Form } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'
import { durationWords } from './duration-words.ts'
import { FailureWords } from './failure-words.tsx'
import type { StuckRow } from './stuck-rows.server.ts'

/** What should have been done by now and is not, with why, and a retry for each. */
export function StuckTable({ rows }: { rows: StuckRow[] }) {
  const t = useT()
  return (
    <section aria-labelledby="stuck" className="mb-8">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="stuck" className="font-semibold">
          {t('operations:stuck')}
        </h2>
        <a href="/admin/operations.csv" className="link" download>
          {t('operations:export')}
        </a>
      </div>
      {rows.length === 0 ? (
        <EmptyState>{t('operations:noneStuck')}</EmptyState>
      ) : (
        <Table
          caption={t('operations:stuck')}
          captionHidden
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'job',
              head: t('operations:job'),
              rowHeader: true,
              cell: ({ job, id }) => (
                <>
                  {job}
                  <span className="block font-mono text-sm break-all text-muted">{id}</span>
                </>
              ),
            },
            { key: 'why', head: t('operations:why'), cell: (row) => <FailureWords {...row} /> },
            {
              key: 'age',
              head: t('operations:age'),
              numeric: true,
              cell: ({ ageMilliseconds }) => durationWords(t, ageMilliseconds),
            },
            {
              key: 'attempts',
              head: t('operations:attempts'),
              numeric: true,
              cell: ({ attempts }) => formatNumber(attempts),
            },
            { key: 'retry', head: t('operations:act'), cell: (row) => <Retry row={row} /> },
          ]}
        />
      )}
    </section>
  )
}

function Retry({ row }: { row: StuckRow }) {
  const t = useT()
  if (row.handedAt === null) return <>{t('operations:waitsForRelay')}</>
  return (
    <Form method="post" className="whitespace-nowrap">
      <input type="hidden" name="messageId" value={row.id} />
      <input type="hidden" name="handedAt" value={row.handedAt.toISOString()} />
      <Button look="quiet" aria-label={t('operations:retryOf', { job: row.job, id: row.id })}>
        {t('operations:retry')}
      </Button>
    </Form>
  )
}
