import { formatNumber } from '#app/i18n/format.ts'
import { problemWords } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { LineFault } from '#app/platform/csv-read.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import type { ImportOutcome } from './import-people.server.ts'
import { COLUMNS, type ColumnName } from './columns.ts'

/** What came of an import: what was taken, and each line that was not, with the reason. */
export function ImportReport({ outcome }: { outcome: ImportOutcome }) {
  const t = useT()
  const { wasTaken, people, posts, faults, faultCount } = outcome
  return (
    <>
      <Notice kind={wasTaken ? 'success' : 'error'}>
        {wasTaken
          ? t('organisation:importTaken', {
              peopleAdded: formatNumber(people.added),
              peopleChanged: formatNumber(people.changed),
              postsAdded: formatNumber(posts.added),
              postsChanged: formatNumber(posts.changed),
            })
          : t('organisation:importRefused', { faults: formatNumber(faultCount) })}
      </Notice>
      {faults.length > 0 && (
        <div className="mb-8">
          <Table
            caption={t('organisation:importFaults')}
            rows={faults}
            keyOf={(fault) => `${fault.line}-${fault.code}`}
            columns={[
              {
                key: 'line',
                head: t('organisation:line'),
                rowHeader: true,
                cell: ({ line }) => `${t('organisation:line')} ${formatNumber(line)}`,
              },
              { key: 'reason', head: t('organisation:reason'), cell: (fault) => <FaultWords fault={fault} /> },
            ]}
          />
        </div>
      )}
    </>
  )
}

function FaultWords({ fault: { code, values } }: { fault: LineFault }) {
  const t = useT()
  // The head of a column is what stands in the file, in whatever language the screen is.
  const shown = typeof values.column === 'string' ? { column: COLUMNS[values.column as ColumnName][0] } : values
  return <>{problemWords(t, { code: `organisation:importFault.${code}`, values: shown })}</>
}
