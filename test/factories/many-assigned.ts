import { issueTask } from '#app/directives/simple-acts.server.ts'
import { db } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { DemoOffice } from './demo-office.ts'
import { asked, enteredDirective } from './directives.ts'

/** Units that lead one task each as others do. */
export const LEADS = ['TTTT', 'KHTC', 'PC', 'TH', 'HTQT', 'CSDT', 'DTTS', 'TCCB']

/**
 * So many tasks that their units have not received, all due on one day. A few are entered and issued; the others are copies,
 * written straight into the tables with what reminders, notices and mail read; the chain of their steps is the first one's.
 */
export async function manyAssigned(office: DemoOffice, { count, dueOn }: { count: number; dueOn: Day }): Promise<void> {
  const tasks = LEADS.map((unit) => ({ leadUnitId: office.unitId(unit), dueOn }))
  const { taskIds } = await enteredDirective(office, { tasks })
  for (const taskId of taskIds) await issueTask(asked(office.actor('chunhiem'), taskId))
  await copyTasks(taskIds, count - taskIds.length)
}

async function copyTasks(taskIds: string[], count: number): Promise<void> {
  await db.$executeRaw`
    with original as (
      select id, row_number() over (order by id) - 1 as place, count(*) over () as originals
      from unnest(${taskIds}::uuid[]) as id
    ), copied as materialized (
      select gen_random_uuid() as root_id, original.id as original_id, number
      from generate_series(1, ${count}::int) number join original on place = number % originals
    ), made as materialized (
      select case when subject.id = subject.root_id then copied.root_id else gen_random_uuid() end as id, copied.root_id,
        subject.id as original_id, case when subject.parent_id is not null then copied.root_id end as parent_id, copied.number
      from copied join subject on subject.root_id = copied.original_id
    ), subjects as (
      insert into subject (id, kind, organ_id, root_id, parent_id, title, search_text, restricted, workflow, workflow_version,
        state, context, created_at)
      select made.id, kind, organ_id, made.root_id, made.parent_id, title, search_text, restricted, workflow, workflow_version,
        state, context, created_at
      from made join subject on subject.id = made.original_id
    ), tasks as (
      insert into task (id, directive_id, position, content, directing_leader_id, lead_unit_id, follower_id, entered_by_id)
      select made.id, directive_id, 100 + number, content, directing_leader_id, lead_unit_id, follower_id, entered_by_id
      from made join task on task.id = made.original_id
    ), assignments as (
      insert into assignment (id, role, unit_id, person_id, given_by_id)
      select made.id, role, unit_id, person_id, given_by_id from made join assignment on assignment.id = made.original_id
    ), deadlines as (
      insert into deadline (subject_id, rule, start_on, due_on)
      select made.id, rule, start_on, due_on from made join deadline on deadline.subject_id = made.original_id
    ), steps as (
      insert into step (id, root_id, number, subject_id, event, from_state, to_state, actor_id, post_id, on_behalf_of_id,
        caused_by, payload, text_digest, at, previous_hash, hash)
      select gen_random_uuid(), made.root_id, step.number, made.id, event, from_state, to_state, actor_id, post_id,
        on_behalf_of_id, caused_by, payload, text_digest, at, previous_hash, hash
      from made join step on step.subject_id = made.original_id
    ), items as (
      insert into work_item (id, subject_id, root_id, kind, holder, due_on, opened_at)
      select gen_random_uuid(), made.id, made.root_id, kind, holder, due_on, opened_at
      from made join work_item item on item.subject_id = made.original_id and item.settled_at is null
    )
    insert into participant (subject_id, principal, reason)
    select made.id, principal, reason from made join participant on participant.subject_id = made.original_id`
}
