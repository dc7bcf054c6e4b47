import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { problemWords } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import { columnLetters } from '#app/platform/xlsx-cell.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { COLUMNS, type ColumnName } from './columns.ts'
import type { Findings } from './findings.ts'
import type { Fault } from './name-columns.ts'

/** What looking a workbook through found: faults by cell, what is there already, and what would be made. */
export function FindingsReport({ findings }: { findings: Findings }) {
  const t = useT()
  const { faultCount, faultyRows, freshCount, knownCount, knownRows, directiveCount } = findings
  return (
    <>
      {faultCount > 0 && (
        <Notice kind="error">
          {t('taskImports:faultCount', { faults: formatNumber(faultCount), rows: formatNumber(faultyRows) })}
        </Notice>
      )}
      <Notice>
        {freshCount > 0
          ? t('taskImports:fresh', { tasks: formatNumber(freshCount), directives: formatNumber(directiveCount) })
          : t('taskImports:nothingFresh')}
      </Notice>
      {knownCount > 0 && (
        <Notice>{t('taskImports:known', { count: knownCount, rows: listed(knownRows, knownCount) })}</Notice>
      )}
      {faultCount > 0 && <FaultTable findings={findings} />}
      {directiveCount > 0 && <DirectiveTable findings={findings} />}
    </>
  )
}

/** Of a workbook that was taken: the rows that were not, to be mended and sent again. */
export function LeftOutRows({ findings }: { findings: Findings }) {
  const t = useT()
  if (findings.faultCount === 0) return null
  return (
    <>
      <Notice>{t('taskImports:leftOut', { rows: formatNumber(findings.faultyRows) })}</Notice>
      <FaultTable findings={findings} />
    </>
  )
}

function listed(rows: number[], count: number): string {
  return rows.join(', ') + (count > rows.length ? ', …' : '')
}

function FaultTable({ findings: { faults, faultCount } }: { findings: Findings }) {
  const t = useT()
  return (
    <div className="mb-8">
      <Table
        caption={t('taskImports:faults')}
        rows={faults}
        keyOf={({ row, column, code, values }) => [row, column, code, values.column].join(' ')}
        columns={[
          {
            key: 'row',
            head: t('taskImports:row'),
            rowHeader: true,
            cell: ({ row }) => `${t('taskImports:row')} ${row}`,
          },
          {
            key: 'column',
            head: t('taskImports:column'),
            cell: ({ column }) => column && columnLetters(column),
          },
          { key: 'reason', head: t('taskImports:reason'), cell: (fault) => <FaultWords fault={fault} /> },
        ]}
      />
      {faultCount > faults.length && <p>{t('taskImports:faultsShown', { shown: faults.length })}</p>}
    </div>
  )
}

function FaultWords({ fault: { code, values } }: { fault: Fault }) {
  const t = useT()
  // The head of a column is what stands in the file, in whatever language the screen is.
  const shown = typeof values.column === 'string' ? { column: COLUMNS[values.column as ColumnName][0] } : values
  return <>{problemWords(t, { code: `taskImports:fault.${code}`, values: shown })}</>
}

function DirectiveTable({ findings: { directives, directiveCount } }: { findings: Findings }) {
  const t = useT()
  return (
    <div className="mb-8">
      <Table
        caption={t('taskImports:preview')}
        rows={directives}
        keyOf={({ symbol, signedOn, subject }) => `${symbol} ${signedOn} ${subject}`}
        columns={[
          { key: 'subject', head: t('directives:field.subject'), rowHeader: true, cell: ({ subject }) => subject },
          {
            key: 'symbol',
            head: t('directives:field.symbol'),
            cell: ({ symbol }) => symbol ?? t('directives:unsigned'),
          },
          {
            key: 'signedOn',
            head: t('directives:field.signedOn'),
            cell: ({ signedOn }) => signedOn && formatDay(signedOn),
          },
          {
            key: 'tasks',
            head: t('taskImports:taskCount'),
            numeric: true,
            cell: ({ tasks }) => formatNumber(tasks),
          },
          {
            key: 'becomes',
            head: t('taskImports:becomes'),
            cell: ({ isThere }) => t(isThere ? 'taskImports:existingDirective' : 'taskImports:newDirective'),
          },
        ]}
      />
      {directiveCount > directives.length && <p>{t('taskImports:directivesShown', { shown: directives.length })}</p>}
    </div>
  )
}
