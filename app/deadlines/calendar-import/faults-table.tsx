import { formatNumber } from '#app/i18n/format.ts'
import { problemWords } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { LineFault } from '#app/platform/csv-read.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { COLUMNS, type ColumnName } from './columns.ts'

/** Why a file was not taken, line by line. */
export function FaultsTable({ faults }: { faults: LineFault[] }) {
  const t = useT()
  return (
    <>
      <Notice kind="error">{t('workingCalendar:refused', { count: faults.length })}</Notice>
      <div className="mb-8">
        <Table
          caption={t('workingCalendar:faultsTitle')}
          rows={faults}
          keyOf={({ line, code, values }) => `${line} ${code} ${values.day}`}
          columns={[
            {
              key: 'line',
              head: t('organisation:line'),
              rowHeader: true,
              cell: ({ line }) => t('workingCalendar:line', { line: formatNumber(line) }),
            },
            { key: 'reason', head: t('workingCalendar:reason'), cell: (fault) => problemWords(t, problemOf(fault)) },
          ]}
        />
      </div>
    </>
  )
}

/** What is wrong with a file as such is said in the words of every import. */
function problemOf({ code, values }: LineFault) {
  if (code.includes(':')) return { code, values }
  // The head of a column is what stands in the file, in whatever language the screen is.
  const shown = typeof values.column === 'string' ? { column: COLUMNS[values.column as ColumnName][0] } : values
  return { code: `organisation:importFault.${code}`, values: shown }
}
