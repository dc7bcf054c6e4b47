import { DayOffNote } from '#app/due-days/day-off-note.tsx'
import { shortDue } from '#app/due-days/due-words.ts'
import { useT } from '#app/i18n/use-t.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import type { ShownDirectiveTask } from './directive-page.server.ts'
import { taskPath } from './paths.ts'
import { TaskStateWord, TimelinessWord, UrgencyMark } from './state-words.tsx'

/** The tasks of a directive that the reader may see, in their order. */
export function DirectiveTasks({ tasks }: { tasks: ShownDirectiveTask[] }) {
  const t = useT()
  const columns: Column<ShownDirectiveTask>[] = [
    {
      key: 'content',
      head: t('directives:field.content'),
      rowHeader: true,
      cell: ({ number, urgency, content }) => (
        <>
          <UrgencyMark urgency={urgency} />
          <span className="line-clamp-3">
            {number}. {content}
          </span>
        </>
      ),
    },
    { key: 'unit', head: t('directives:field.leadUnit'), cell: (task) => task.leadUnit },
    { key: 'leader', head: t('directives:field.directingLeader'), cell: (task) => task.directingLeader },
    { key: 'state', head: t('directives:field.state'), cell: (task) => <TaskStateWord state={task.state} /> },
    {
      key: 'timeliness',
      head: t('directives:field.timeliness'),
      cell: (task) => task.timeliness && <TimelinessWord timeliness={task.timeliness} />,
    },
    {
      key: 'dueOn',
      head: t('directives:field.dueOn'),
      numeric: true,
      cell: (task) => task.dueOn && shortDue(task.dueOn, task.dueHour),
    },
  ]
  return (
    <section aria-labelledby="tasks-heading" className="mt-6">
      <h2 id="tasks-heading" className="mb-2 text-lg font-semibold">
        {t('directives:heading.tasks')}
      </h2>
      {tasks.map(
        ({ id, number, dueOn, dueDayOff }) =>
          dueOn && dueDayOff && <DayOffNote key={id} number={number} dueOn={dueOn} dayOff={dueDayOff} />,
      )}
      <Table
        caption={t('directives:heading.tasks')}
        captionHidden
        columns={columns}
        rows={tasks}
        keyOf={(task) => task.id}
        rowLink={(task) => taskPath(task.id)}
      />
    </section>
  )
}
