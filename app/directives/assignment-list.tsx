import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Progress } from '#app/ui/progress.tsx'
import { AssignmentStateWord, TimelinessWord } from './state-words.tsx'
import type { ShownAssignment } from './task-page.server.ts'

/** Who has which part of the work, one under the other as it was handed on. */
export function AssignmentList({ assignments, parentId }: { assignments: ShownAssignment[]; parentId: string }) {
  const t = useT()
  const children = assignments.filter((assignment) => assignment.parentId === parentId)
  if (children.length === 0) return null
  return (
    <ul className="[&_ul]:ml-4 [&_ul]:border-l [&_ul]:border-line [&_ul]:pl-4">
      {children.map((assignment) => (
        <li key={assignment.id} className="border-t border-line py-2 first:border-t-0">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <p className="font-medium">{assignment.holder}</p>
            <AssignmentStateWord state={assignment.state} />
          </div>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
            {assignment.dueOn && (
              <span>
                {t('directives:field.dueOn')} {formatDay(assignment.dueOn)}
              </span>
            )}
            <TimelinessWord timeliness={assignment.dueOn ? assignment.timeliness : null} />
            {assignment.percent > 0 && <Progress percent={assignment.percent} />}
          </div>
          {assignment.instruction && <p className="mt-1 max-w-prose">{assignment.instruction}</p>}
          <AssignmentList assignments={assignments} parentId={assignment.id} />
        </li>
      ))}
    </ul>
  )
}
