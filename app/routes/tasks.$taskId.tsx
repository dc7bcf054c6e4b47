import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { v7 as newId } from 'uuid'
import { ActsPanel } from '#app/directives/acts-panel.tsx'
import { AssignmentList } from '#app/directives/assignment-list.tsx'
import { ExtensionList } from '#app/directives/extension-list.tsx'
import { RestrictedMark, TaskStateWord, TimelinessWord, UrgencyMark } from '#app/directives/state-words.tsx'
import { TaskDetails } from '#app/directives/task-details.tsx'
import { readTaskPage } from '#app/directives/task-page.server.ts'
import { TaskTimeline } from '#app/directives/task-timeline.tsx'
import { viewTask } from '#app/directives/view-task.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { DoneNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (_, { task }) => task.content.slice(0, 80),
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, principals } = await requireSignedIn(request)
  const at = now()
  const task = await readTaskPage({ taskId: params.taskId!, actor, principals, today: officeDay(at) })
  if (task.restricted) await viewTask({ taskId: task.id, by: actor, at })
  return { task, requestKey: newId() }
}

export default function TaskPage() {
  const t = useT()
  const { task, requestKey } = useLoaderData<typeof loader>()
  const { directive } = task
  return (
    <>
      <PageHeader
        title={t('directives:heading.task')}
        above={
          <Link to={`/directives/${directive.id}`} className="link">
            {t('directives:sourceLine', {
              kind: t(`directives:sourceKind.${directive.sourceKind}`),
              symbol: directive.symbol ?? `(${t('directives:unsigned')})`,
            })}
          </Link>
        }
        below={
          <>
            <TaskStateWord state={task.state} />
            <TimelinessWord timeliness={task.timeliness} />
          </>
        }
      />
      <DoneNotice />
      <p className="mb-4 max-w-prose text-lg whitespace-pre-line">
        {task.restricted && <RestrictedMark />}
        <UrgencyMark urgency={task.urgency} />
        {task.content}
      </p>
      <p className="mb-4">
        {t(`directives:stateSentence.${task.state as 'draft'}`)}{' '}
        {task.moves.map(({ kind, holder }) => t(`directives:move.${kind as 'ISSUE'}`, { holder })).join(' · ')}
      </p>
      <ActsPanel task={task} requestKey={requestKey} />
      <TaskDetails task={task} />
      <AssignmentList assignments={task.assignments} taskId={task.id} />
      <ExtensionList requests={task.requests} taskId={task.id} />
      <section aria-labelledby="timeline-heading" className="mt-6">
        <h2 id="timeline-heading" className="mb-3 text-lg font-semibold">
          {t('directives:heading.timeline')}
        </h2>
        <TaskTimeline steps={task.steps} label={t('directives:heading.timeline')} />
      </section>
    </>
  )
}
