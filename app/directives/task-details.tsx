import { Link } from '@remix-run/react'
import { ruleWords } from '#app/deadlines/derivation-words.ts'
import { OpenedDueDay } from '#app/due-days/opened-due-day.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { periodWords } from '#app/series/period-words.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { FileLinks } from './file-links.tsx'
import { tasksPath } from './task-filters.ts'
import type { ShownTask } from './task-page.server.ts'

/** The facts of a task, and of the source it was taken from. */
export function TaskDetails({ task }: { task: ShownTask }) {
  const t = useT()
  const { directive } = task
  const source = [
    t(`directives:sourceKind.${directive.sourceKind}`),
    directive.symbol,
    directive.signedOn && t('directives:onDay', { day: formatDay(directive.signedOn) }),
    directive.issuingOrgan,
  ]
  return (
    <DescriptionList
      items={[
        { term: t('directives:field.leadUnit'), words: task.leadUnit },
        {
          term: t('directives:field.dueOn'),
          words: task.draftRule ? (
            ruleWords(task.draftRule, null, t)
          ) : (
            <OpenedDueDay {...task} dayOff={task.dueDayOff} />
          ),
        },
        { term: t('directives:field.outerDueOn'), words: task.outerDueOn && formatDay(task.outerDueOn) },
        {
          term: t('directives:field.suspendedOn'),
          words: task.state === 'suspended' && task.suspendedOn ? formatDay(task.suspendedOn) : null,
        },
        {
          term: t('directives:field.urges'),
          words:
            task.lastUrgedOn && t('directives:urgedTimes', { number: task.urges, day: formatDay(task.lastUrgedOn) }),
        },
        { term: t('directives:field.doneOn'), words: task.doneOn && formatDay(task.doneOn) },
        { term: t('directives:field.expectedProduct'), words: task.expectedProduct },
        {
          term: t('fields:field'),
          words: task.field && (
            <Link to={tasksPath({ field: task.field })} className="link">
              {task.field}
            </Link>
          ),
        },
        { term: t('directives:field.directingLeader'), words: task.directingLeader },
        { term: t('directives:field.follower'), words: task.follower },
        { term: t('directives:field.enteredBy'), words: task.enteredBy },
        {
          term: t('directives:field.group'),
          words: task.groupId && (
            <Link to={tasksPath({ group: task.groupId })} className="link">
              {t('directives:groupLink')}
            </Link>
          ),
        },
        {
          term: t('series:one'),
          words: task.series && (
            <>
              {periodWords(t, task.series.period)} ·{' '}
              <Link to={tasksPath({ series: task.series.id })} className="link">
                {t('series:others')}
              </Link>
            </>
          ),
        },
        { term: t('directives:field.named'), words: task.named.join(', ') },
        { term: t('directives:field.source'), words: source.filter(Boolean).join(' ') },
        { term: t('directives:field.subject'), words: directive.subject },
        { term: t('directives:field.signer'), words: directive.signer },
        {
          term: t('directives:field.files'),
          words: task.sourceFiles.length > 0 ? <FileLinks files={task.sourceFiles} /> : null,
        },
      ]}
    />
  )
}
