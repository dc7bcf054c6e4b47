import { db } from '#app/platform/db.server.ts'

/** Copies of the first task there is, written straight into the tables: they have what a list reads. */
export async function manyLikeTheFirst(count: number): Promise<void> {
  await db.$executeRaw`
    with first as (select task.* from task order by id limit 1),
    made as materialized (select gen_random_uuid() as id, number from generate_series(1, ${count}::int) number),
    subjects as (
      insert into subject (id, kind, organ_id, root_id, title, search_text, restricted, workflow, workflow_version, state,
        context, created_at)
      select made.id, 'TASK', organ_id, made.id, 'Bản sao ' || number, 'ban sao ' || number, false, workflow,
        workflow_version, state, context, created_at
      from made, first join subject on subject.id = first.id
    ), tasks as (
      insert into task (id, directive_id, position, content, directing_leader_id, lead_unit_id, follower_id, entered_by_id)
      select made.id, directive_id, number, 'Bản sao ' || number, directing_leader_id, lead_unit_id, follower_id, entered_by_id
      from made, first
    )
    insert into participant (subject_id, principal, reason)
    select made.id, principal, reason from made, first join participant on participant.subject_id = first.id`
}
