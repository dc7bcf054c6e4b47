import { OpenedDueDay } from '#app/due-days/opened-due-day.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { Progress } from '#app/ui/progress.tsx'
import { AssignmentStateWord, TimelinessWord } from './state-words.tsx'
import type { ShownAssignment } from './task-page.server.ts'

/** Who has which part of the work: the lead unit's, and apart from it what the supporting units have. */
export function AssignmentList({ assignments, taskId }: { assignments: ShownAssignment[]; taskId: string }) {
  const t = useT()
  const tops = assignments.filter(({ parentId }) => parentId === taskId)
  const parts = [
    { key: 'assignments', heading: t('directives:heading.assignments'), tops: tops.filter(({ isLead }) => isLead) },
    {
      key: 'contributions',
      heading: t('directives:heading.contributions'),
      tops: tops.filter(({ isLead }) => !isLead),
    },
  ]
  return parts
    .filter((part) => part.tops.length > 0)
    .map((part) => (
      <section key={part.key} aria-labelledby={`${part.key}-heading`} className="mt-6">
        <h2 id={`${part.key}-heading`} className="mb-2 text-lg font-semibold">
          {part.heading}
        </h2>
        <Branches branches={part.tops} assignments={assignments} />
      </section>
    ))
}

/** One under the other as it was handed on. */
function Branches({ branches, assignments }: { branches: ShownAssignment[]; assignments: ShownAssignment[] }) {
  const t = useT()
  if (branches.length === 0) return null
  return (
    <ul className="[&_ul]:ml-4 [&_ul]:border-l [&_ul]:border-line [&_ul]:pl-4">
      {branches.map((assignment) => (
        <li key={assignment.id} className="border-t border-line py-2 first:border-t-0">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <p className="font-medium">{assignment.holder}</p>
            <AssignmentStateWord state={assignment.state} isReported={assignment.isReported} />
          </div>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
            {assignment.dueOn && <OpenedDueDay {...assignment} term={t('directives:field.dueOn')} />}
            <TimelinessWord timeliness={assignment.dueOn ? assignment.timeliness : null} />
            {assignment.percent > 0 && <Progress percent={assignment.percent} />}
          </div>
          {assignment.instruction && <p className="mt-1 max-w-prose">{assignment.instruction}</p>}
          <Branches
            branches={assignments.filter(({ parentId }) => parentId === assignment.id)}
            assignments={assignments}
          />
        </li>
      ))}
    </ul>
  )
}
