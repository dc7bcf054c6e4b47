import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData } from '@remix-run/react'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { tellAbsences } from '#app/absences/tell-absences.server.ts'
import { beginBulkAct } from '#app/bulk-acts/begin-bulk-act.server.ts'
import { BulkActFields } from '#app/bulk-acts/bulk-act-fields.tsx'
import { bulkActSchemas, type BulkTyped, MOST_TASKS, selectionSchema } from '#app/bulk-acts/forms.ts'
import { readSelection } from '#app/bulk-acts/read-bulk-act.server.ts'
import { useActLabels } from '#app/directives/act-labels.ts'
import { readFilterChoices } from '#app/directives/choices.server.ts'
import { filtersIn } from '#app/directives/task-filters.ts'
import { listTaskIds } from '#app/directives/task-list.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { now, officeTime } from '#app/platform/clock.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { problemOfForm } from '#app/platform/respond.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/fields/error-summary.tsx'
import { RequestKey } from '#app/ui/fields/hidden-fields.tsx'
import { ProblemNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('bulkActs:withChosen') }

/** A selection is sent from the list and lies in no address: whoever comes without one is shown the way to it. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireSignedIn(request)
  return null
}

/** First the selection as it comes from the list; then, with a request key, what was typed in for it. */
export async function action({ request }: ActionFunctionArgs) {
  const { actor, organ, principals } = await requireSignedIn(request)
  const { today, hour } = officeTime(now())
  const form = await request.formData()
  const search = form.get('search')
  const taskIds =
    typeof search === 'string'
      ? await listTaskIds({ filters: filtersIn(new URLSearchParams(search)), principals, today, hour }, MOST_TASKS)
      : form.getAll('taskIds')
  const chosen = selectionSchema.safeParse({ act: form.get('act'), taskIds })
  if (!chosen.success) return data({ selection: null, lastResult: null, problem: null }, { status: 400 })
  const { act } = chosen.data
  const submission = form.has('requestKey')
    ? parseWithZod(form, {
        schema: z.intersection(z.object({ requestKey: z.uuid() }), bulkActSchemas[act]),
        error: zodProblem,
      })
    : null
  let refused: ReturnType<typeof problemOfForm> | null = null
  if (submission?.status === 'success') {
    const { requestKey, ...typed } = submission.value
    const asked = { act, typed } as BulkTyped
    try {
      const { bulkActId } = await beginBulkAct({
        taskIds: chosen.data.taskIds,
        asked,
        by: actor,
        requestKey,
        at: now(),
      })
      return redirect(`/bulk-acts/${bulkActId}`)
    } catch (error) {
      refused = problemOfForm(error)
    }
  }
  const [tasks, { followers }] = await Promise.all([
    readSelection(chosen.data.taskIds, principals),
    readFilterChoices(organ.id, today, {}),
  ])
  // None of them is there for this person: as if they were not there at all.
  if (tasks.length === 0) throw new NotFound()
  const told = act === 'changeFollower' ? await tellAbsences(followers, { request, organId: organ.id }) : followers
  const selection = { act, tasks, followers: told, requestKey: newId() }
  return data(
    { selection, lastResult: submission?.reply() ?? null, problem: refused?.problem ?? null },
    { status: refused?.status ?? (submission ? 400 : 200) },
  )
}

export default function Selection() {
  const t = useT()
  const answer = useActionData<typeof action>()
  const selection = answer?.selection
  const [form, fields] = useForm<Record<'followerId' | 'dueOn' | 'openEnded' | 'reason' | 'words' | 'comment', string>>(
    {
      id: 'bulk-act',
      lastResult: answer?.lastResult ?? null,
    },
  )
  const labelOf = useActLabels()
  if (!selection) {
    return (
      <>
        <PageHeader title={t('bulkActs:withChosen')} />
        <EmptyState>{t('bulkActs:nothingChosen')}</EmptyState>
        <LinkButton to="/tasks">{t('bulkActs:backToList')}</LinkButton>
      </>
    )
  }
  const { act, tasks, followers, requestKey } = selection
  return (
    <>
      <PageHeader
        title={t(`bulkActs:selectionTitle.${act}`, { count: tasks.length })}
        above={
          <Link to="/tasks" className="link">
            {t('bulkActs:backToList')}
          </Link>
        }
      />
      <Form method="post" {...getFormProps(form)} className="max-w-prose">
        <ProblemNotice problem={answer.problem} />
        <ErrorSummary form={form} labelOf={labelOf} />
        <RequestKey value={requestKey} />
        <input type="hidden" name="act" value={act} />
        {tasks.map(({ taskId }) => (
          <input key={taskId} type="hidden" name="taskIds" value={taskId} />
        ))}
        <p className="mb-4">{t('bulkActs:sentence')}</p>
        <BulkActFields act={act} fields={fields} followers={followers} />
        <div className="mb-6 flex flex-wrap gap-3">
          <Button look={act === 'revoke' ? 'danger' : 'primary'}>{t(`bulkActs:act.${act}`)}</Button>
          <LinkButton to="/tasks">{t('cancel')}</LinkButton>
        </div>
      </Form>
      <section aria-labelledby="chosen-heading">
        <h2 id="chosen-heading" className="mb-2 text-lg font-semibold">
          {t('bulkActs:chosen')}
        </h2>
        <ul>
          {tasks.map(({ taskId, title, leadUnit }) => (
            <li key={taskId} className="border-t border-line py-1.5">
              <span className="mr-2 text-muted">{leadUnit}</span>
              {title}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
