import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { v7 as newId } from 'uuid'
import { awayBeforeIssue } from '#app/absences/away-before-issue.server.ts'
import { AwayNotice } from '#app/absences/away-notice.tsx'
import { ActsPanel } from '#app/directives/acts-panel.tsx'
import { AssignmentList } from '#app/directives/assignment-list.tsx'
import { ExtensionList } from '#app/directives/extension-list.tsx'
import { taskPath } from '#app/directives/paths.ts'
import { RestrictedMark, TaskStateWord, TimelinessWord, UrgencyMark } from '#app/directives/state-words.tsx'
import { TaskDetails } from '#app/directives/task-details.tsx'
import { readTaskPage } from '#app/directives/task-page.server.ts'
import { TaskTimeline } from '#app/directives/task-timeline.tsx'
import { viewTask } from '#app/directives/view-task.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { now, officeTime } from '#app/platform/clock.server.ts'
import { BadInput } from '#app/platform/errors.ts'
import { ToldReminders } from '#app/reminders/told-reminders.tsx'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { DoneNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'
import { watchSchema } from '#app/watches/forms.ts'
import { readWatch } from '#app/watches/read-watch.server.ts'
import { setWatch } from '#app/watches/set-watch.server.ts'
import { WatchToggle } from '#app/watches/watch-toggle.tsx'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (_, { task }) => task.content.slice(0, 80),
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, organ, principals } = await requireSignedIn(request)
  const at = now()
  const taskId = params.taskId!
  const task = await readTaskPage({ taskId, actor, principals, ...officeTime(at) })
  if (task.restricted) await viewTask({ taskId, by: actor, at })
  const mayIssue = task.acts.some(({ act, refusal }) => act === 'issue' && !refusal)
  // What one may issue has not begun, so that there is nothing to follow yet.
  const watch = mayIssue ? null : await readWatch({ taskId, by: actor })
  const away = mayIssue ? await awayBeforeIssue({ request, organId: organ.id, taskIds: [taskId] }) : []
  return { task, watch, away, requestKey: newId() }
}

/** The page of a task takes one form of its own: whether it is followed or muted. The acts have pages. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  const taskId = params.taskId!
  const asked = watchSchema.safeParse(Object.fromEntries(await request.formData()))
  if (!asked.success) throw new BadInput('badRequest')
  const { want } = asked.data
  await setWatch({ taskId, want, by: actor, at: now() })
  return redirect(doneAt(taskPath(taskId), `watches:done.${want}`))
}

export default function TaskPage() {
  const t = useT()
  const { task, watch, away, requestKey } = useLoaderData<typeof loader>()
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
        acts={watch && <WatchToggle watch={watch} />}
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
      {watch?.isMuted && watch.hasPart && <p className="mb-4 text-muted">{t('watches:muted')}</p>}
      <AwayNotice lines={away} />
      <ActsPanel task={task} requestKey={requestKey} />
      <TaskDetails task={task} />
      <AssignmentList assignments={task.assignments} taskId={task.id} />
      <ToldReminders reminders={task.reminders} />
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
