import { shortDue } from '#app/due-days/due-words.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Progress } from '#app/ui/progress.tsx'
import { StatusWord } from '#app/ui/status-word.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { Day } from '#workflows/calendar/day.ts'
import { type Hour, isPast } from '#workflows/calendar/due-hour.ts'
import type { WorkRow } from './my-work.server.ts'
import { taskPath } from './paths.ts'
import { AssignmentStateWord, SymbolWords, TaskStateWord, UrgencyMark } from './state-words.tsx'
import type { WorkTab } from './work-tabs.ts'

interface WorkTableProps {
  rows: WorkTableRow[]
  tab: WorkTab
  seen: Seen
}

/** The day and the hour it is looked at. */
interface Seen {
  today: Day
  hour: Hour
}

type WorkTableRow = WorkRow & {
  /** In whose place alone it is the reader's. */
  absent: string | null
}

/** The rows of a tab of My work: what is owed, on which task, by when. */
export function WorkTable({ rows, tab, seen }: WorkTableProps) {
  const t = useT()
  const columns: Column<WorkTableRow>[] = [
    {
      key: 'title',
      head: t('directives:field.content'),
      rowHeader: true,
      cell: (row) => (
        <>
          <UrgencyMark urgency={row.urgency} />
          <span className="line-clamp-2">{row.title}</span>
        </>
      ),
    },
    {
      key: 'kind',
      head: t('directives:field.work'),
      cell: ({ kind, reporter, leadUnit, absent }) => (
        <>
          {t(`directives:workKind.${kind}`, { reporter: reporter ?? '', leadUnit })}
          {absent && <span className="block text-muted">{t('absences:inPlaceOf', { absent })}</span>}
        </>
      ),
    },
    { key: 'symbol', head: t('directives:field.source'), cell: (row) => <SymbolWords symbol={row.symbol} /> },
    { key: 'unit', head: t('directives:field.leadUnit'), cell: (row) => row.leadUnit },
    {
      key: 'state',
      head: t('directives:field.state'),
      cell: (row) =>
        row.assignmentState ? (
          <AssignmentStateWord state={row.assignmentState} />
        ) : (
          <TaskStateWord state={row.taskState} />
        ),
    },
    {
      key: 'percent',
      head: t('directives:field.percentShort'),
      cell: (row) => (row.percent ? <Progress percent={row.percent} /> : null),
    },
    tab === 'done'
      ? {
          key: 'settledAt',
          head: t('directives:field.settledAt'),
          numeric: true,
          cell: (row) => row.settledAt && formatMoment(row.settledAt),
        }
      : {
          key: 'dueOn',
          head: t('directives:field.dueOn'),
          numeric: true,
          cell: (row) => <DueDay {...row} seen={seen} />,
        },
  ]
  return (
    <Table
      caption={t(`directives:tab.${tab}`)}
      captionHidden
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      rowLink={(row) => taskPath(row.taskId)}
    />
  )
}

function DueDay({ dueOn, dueHour, seen }: Pick<WorkRow, 'dueOn' | 'dueHour'> & { seen: Seen }) {
  const t = useT()
  if (!dueOn) return <span className="text-muted">{t('directives:timeliness.OPEN_ENDED')}</span>
  if (isPast({ dueOn, dueHour }, seen)) {
    return (
      <StatusWord tone="late">
        <span className="sr-only">{t('directives:timeliness.OVERDUE')} </span>
        {shortDue(dueOn, dueHour)}
      </StatusWord>
    )
  }
  return shortDue(dueOn, dueHour)
}
