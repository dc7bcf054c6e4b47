import type { Translate } from '#app/i18n/translator.ts'
import { dueCell } from '#app/due-days/due-cell.ts'
import type { XlsxCell } from '#app/platform/xlsx-cell.ts'
import type { TaskLine } from './export-lines.server.ts'
import type { TaskState } from './state-words.tsx'

interface ExportColumn {
  head: string
  /** In characters. */
  width: number
  cell: (line: TaskLine, number: number) => XlsxCell
}

const day = (value: string | null): XlsxCell => (value ? { day: value } : null)

/** The columns of the workbook: those a unit reports by (number of the source, its subject, the task, its result, its state), and the rest. */
export function exportColumns(t: Translate): ExportColumn[] {
  return [
    { head: t('taskExports:column.number'), width: 6, cell: (_line, number) => number },
    { head: t('directives:field.symbol'), width: 16, cell: ({ symbol }) => symbol },
    { head: t('directives:field.signedOn'), width: 12, cell: ({ signedOn }) => day(signedOn) },
    { head: t('directives:field.signer'), width: 20, cell: ({ signer }) => signer },
    {
      head: t('directives:field.sourceKind'),
      width: 16,
      cell: ({ sourceKind }) => t(`directives:sourceKind.${sourceKind}`),
    },
    { head: t('directives:field.subject'), width: 36, cell: ({ subject }) => subject },
    { head: t('directives:field.content'), width: 50, cell: ({ title }) => title },
    { head: t('directives:field.expectedProduct'), width: 24, cell: ({ expectedProduct }) => expectedProduct },
    { head: t('directives:field.leadUnit'), width: 24, cell: ({ leadUnitName }) => leadUnitName },
    { head: t('taskExports:column.supportingUnits'), width: 16, cell: ({ supportingUnits }) => supportingUnits },
    { head: t('directives:field.directingLeader'), width: 20, cell: ({ directingLeader }) => directingLeader },
    { head: t('directives:field.follower'), width: 20, cell: ({ follower }) => follower },
    { head: t('directives:field.urgency'), width: 12, cell: ({ urgency }) => t(`directives:urgency.${urgency}`) },
    { head: t('directives:field.dueOn'), width: 12, cell: ({ dueOn, dueHour }) => dueCell(dueOn, dueHour) },
    {
      head: t('directives:field.state'),
      width: 18,
      cell: ({ state }) => t(`directives:taskState.${state as TaskState}`),
    },
    {
      head: t('directives:field.timeliness'),
      width: 18,
      cell: ({ timeliness }) => timeliness && t(`directives:timeliness.${timeliness}`),
    },
    { head: t('directives:field.percent'), width: 12, cell: ({ percent }) => percent },
    { head: t('directives:field.result'), width: 50, cell: ({ result }) => result },
    { head: t('directives:field.doneOn'), width: 14, cell: ({ doneOn }) => day(doneOn) },
    { head: t('fields:field'), width: 20, cell: ({ field }) => field },
    { head: t('directives:field.outerDueOn'), width: 14, cell: ({ outerDueOn }) => day(outerDueOn) },
    { head: t('taskExports:column.extensions'), width: 10, cell: ({ extensions }) => extensions || null },
    { head: t('directives:field.latenessReason'), width: 36, cell: ({ latenessReason }) => latenessReason },
  ]
}
