import { v7 as newId } from 'uuid'
import { foldVietnamese } from '#app/i18n/fold.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { Refused } from '#app/platform/errors.ts'
import type { Actor } from '#workflows/actor.ts'
import { planPeriod } from '#workflows/orders.ts'
import { type Plan, planTask } from '#workflows/plan.ts'
import { taskOf, type TaskRecord } from '#workflows/tree.ts'
import { recordPlan } from './record.server.ts'

interface Beginning {
  id: string
  title: string
  record: TaskRecord
  by: Actor
  at: Date
}

/**
 * Begins a task as a draft: its subject, first step, obligations and audience. The noun has its own row to write first
 * in the same transaction's end; foreign keys are checked when the row is there.
 *
 * @throws Refused when the actor may not enter tasks for this leader
 */
export async function beginTask(tx: Transaction, beginning: Beginning): Promise<void> {
  const { id, record, by } = beginning
  await writeBeginning(tx, planTask({ id, record, actor: by }), beginning)
}

/**
 * Begins the task of a period of a series, at once issued: the series was issued as a whole, in this post and for this leader, and
 * nobody's right is asked again. The noun writes its own row as for `beginTask`.
 */
export async function openPeriod(
  tx: Transaction,
  {
    seriesId,
    period,
    postId,
    onBehalfOfId,
    ...beginning
  }: Beginning & { seriesId: string; period: string; postId: string | null; onBehalfOfId: string | null },
): Promise<void> {
  const { id, record, by, at } = beginning
  const ordered = { actor: by, postId, onBehalfOfId, today: officeDay(at), newId }
  await writeBeginning(tx, planPeriod({ id, record, seriesId, period }, ordered), beginning)
}

async function writeBeginning(tx: Transaction, made: Plan, { id, title, record, by, at }: Beginning): Promise<void> {
  if (!made.ok) throw new Refused(`refusals:${made.refusal.code}`, made.refusal.values)
  const task = taskOf(made.tree)
  await tx.$executeRaw`
    with begun as (
      insert into subject (id, kind, organ_id, root_id, title, search_text, restricted, workflow, workflow_version,
        state, context, created_at)
      values (${id}::uuid, 'TASK', ${record.organId}::uuid, ${id}::uuid, ${title}, ${foldVietnamese(title)},
        ${record.restricted}, 'task', ${task.version}, ${task.state}, ${JSON.stringify(task.context)}::jsonb, ${at})
    )
    insert into deadline (subject_id, rule, due_on, due_hour)
    select ${id}::uuid, '{"kind":"FIXED_DAY"}', ${record.dueOn}::date, ${record.dueHour}::text where ${record.dueOn}::date is not null`
  await recordPlan(tx, {
    plan: made,
    stored: {
      tree: { rootId: id, nodes: new Map() },
      organId: record.organId,
      stepCount: 0,
      lastHash: '',
      revisions: new Map(),
      workItems: [],
      participants: new Map(),
    },
    actorId: by.personId,
    at,
  })
}
