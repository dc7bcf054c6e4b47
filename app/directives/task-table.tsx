import { useT } from '#app/i18n/use-t.ts'
import { Progress } from '#app/ui/progress.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { DueDayWords } from './due-day-words.tsx'
import { taskPath } from './paths.ts'
import { RestrictedMark, SymbolWords, TaskStateWord, TimelinessWord, UrgencyMark } from './state-words.tsx'
import type { TaskRow } from './task-list.server.ts'

interface TaskTableProps {
  rows: TaskRow[]
  /** For whoever may act on many at once: the form the ticks belong to. */
  selectionFormId?: string | undefined
}

export function TaskTable({ rows, selectionFormId }: TaskTableProps) {
  const t = useT()
  const columns: Column<TaskRow>[] = [
    {
      key: 'title',
      head: t('directives:field.content'),
      rowHeader: true,
      cell: (row) => (
        <>
          {row.restricted && <RestrictedMark />}
          <UrgencyMark urgency={row.urgency} />
          <span className="line-clamp-2">{row.title}</span>
        </>
      ),
    },
    { key: 'source', head: t('directives:field.source'), cell: (row) => <SymbolWords symbol={row.symbol} /> },
    {
      key: 'unit',
      head: t('directives:field.leadUnit'),
      cell: (row) => <abbr title={row.leadUnitName}>{row.leadUnit}</abbr>,
    },
    { key: 'state', head: t('directives:field.state'), cell: (row) => <TaskStateWord state={row.state} /> },
    {
      key: 'percent',
      head: t('directives:field.percentShort'),
      cell: (row) => (row.percent ? <Progress percent={row.percent} /> : null),
    },
    {
      key: 'timeliness',
      head: t('directives:field.timeliness'),
      cell: (row) => row.timeliness && <TimelinessWord timeliness={row.timeliness} />,
    },
    {
      key: 'dueOn',
      head: t('directives:field.dueOn'),
      numeric: true,
      cell: (row) => row.dueOn && <DueDayWords {...row} compact />,
    },
  ]
  return (
    <Table
      caption={t('directives:heading.allTasks')}
      captionHidden
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      selection={
        selectionFormId === undefined
          ? undefined
          : {
              formId: selectionFormId,
              name: 'taskIds',
              valueOf: (row) => row.id,
              labelOf: (row) => t('bulkActs:choose', { title: row.title }),
              head: t('bulkActs:chosenHead'),
            }
      }
      rowLink={(row) => taskPath(row.id)}
    />
  )
}
