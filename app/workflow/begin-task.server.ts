import { foldVietnamese } from '#app/i18n/fold.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { Refused } from '#app/platform/errors.ts'
import type { Actor } from '#workflows/actor.ts'
import { planTask } from '#workflows/plan.ts'
import type { TaskRecord } from '#workflows/tree.ts'
import { recordPlan } from './record.server.ts'

/**
 * Begins a task as a draft: its subject, first step, obligations and audience. The noun has its own row to write first
 * in the same transaction's end; foreign keys are checked when the row is there.
 *
 * @throws Refused when the actor may not enter tasks for this leader
 */
export async function beginTask(
  tx: Transaction,
  { id, title, record, by, at }: { id: string; title: string; record: TaskRecord; by: Actor; at: Date },
): Promise<void> {
  const made = planTask({ id, record, actor: by })
  if (!made.ok) throw new Refused(`refusals:${made.refusal.code}`, made.refusal.values)
  const task = made.tree.nodes.get(id)!
  await tx.$executeRaw`
    with begun as (
      insert into subject (id, kind, organ_id, root_id, title, search_text, restricted, workflow, workflow_version,
        state, context, created_at)
      values (${id}::uuid, 'TASK', ${record.organId}::uuid, ${id}::uuid, ${title}, ${foldVietnamese(title)},
        ${record.restricted}, 'task', ${task.version}, ${task.state}, ${JSON.stringify(task.context)}::jsonb, ${at})
    )
    insert into deadline (subject_id, rule, due_on)
    select ${id}::uuid, '{"kind":"FIXED_DAY"}', ${record.dueOn}::date where ${record.dueOn}::date is not null`
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
