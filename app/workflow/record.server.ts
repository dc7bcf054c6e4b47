import { v7 as newId } from 'uuid'
import { foldVietnamese } from '#app/i18n/fold.ts'
import { officeDay, officeTime } from '#app/platform/clock.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { OFFICE_ZONE } from '#app/platform/office-zone.ts'
import { taskOf } from '#workflows/tree.ts'
import { type Decided, type Outcome, outcomeOf } from './outcome.server.ts'

export interface RecordedStep {
  id: string
  number: number
  subjectId: string
  event: string
}

type Recording = Omit<Decided, 'newId'>

/**
 * Writes what a plan decided, each table as one set: the steps with their chain, the subjects moved and begun, and the
 * differences in work items, participants and deadlines; last the facts, into the outbox. Five statements, and one more where
 * an act changes what was agreed.
 */
export async function recordPlan(tx: Transaction, recording: Recording): Promise<RecordedStep[]> {
  const outcome = outcomeOf({ ...recording, newId })
  await insertBegun(tx, recording, outcome)
  await insertAsked(tx, recording, outcome)
  await writeSteps(tx, recording, outcome)
  await updateMoved(tx, recording, outcome)
  await updateAmended(tx, outcome)
  await writeObligations(tx, recording, outcome)
  await writeAudienceAndOutbox(tx, recording, outcome)
  return outcome.steps.map(({ id, number, subjectId, event }) => ({ id, number, subjectId, event }))
}

async function writeSteps(tx: Transaction, { at }: Recording, { steps }: Outcome): Promise<void> {
  const rows = steps.map(({ salted, ...step }) => ({
    ...step,
    texts: salted?.texts ?? null,
    salt: salted?.salt ?? null,
  }))
  await tx.$executeRaw`
    with row as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
        "id" uuid, "rootId" uuid, "number" int, "subjectId" uuid, "event" text, "fromState" text, "toState" text,
        "actorId" uuid, "postId" uuid, "onBehalfOfId" uuid, "causedBy" int, "payload" jsonb, "textDigest" text,
        "previousHash" text, "hash" text, "texts" jsonb, "salt" text)
    ), written as (
      insert into step (id, root_id, number, subject_id, event, from_state, to_state, actor_id, post_id, on_behalf_of_id,
        caused_by, payload, text_digest, at, previous_hash, hash)
      select "id", "rootId", "number", "subjectId", "event", "fromState", "toState", "actorId", "postId", "onBehalfOfId",
        "causedBy", "payload", "textDigest", ${at}, "previousHash", "hash" from row
    )
    insert into step_text (step_id, texts, salt)
    select "id", "texts", "salt" from row where "texts" is not null and "texts" <> 'null'::jsonb`
}

/** New assignments, each with its own row and, where it has a day, its deadline. */
async function insertBegun(tx: Transaction, { plan, stored, at }: Recording, { begun }: Outcome): Promise<void> {
  if (begun.length === 0) return
  const title = '' // An assignment is listed under its task's title.
  await tx.$executeRaw`
    with row as (
      select * from jsonb_to_recordset(${JSON.stringify(begun)}::jsonb) as row(
        "id" uuid, "parentId" uuid, "version" int, "state" text, "context" jsonb, "role" assignment_role, "unitId" uuid,
        "personId" uuid, "givenById" uuid, "instruction" text, "dueOn" date, "dueHour" text)
    ), begun as (
      insert into subject (id, kind, organ_id, root_id, parent_id, title, search_text, restricted, workflow,
        workflow_version, state, context, created_at)
      select "id", 'ASSIGNMENT', ${stored.organId}::uuid, ${stored.tree.rootId}::uuid, "parentId", ${title},
        ${foldVietnamese(title)}, ${taskOf(plan.tree).record.restricted}, 'assignment', "version", "state", "context", ${at}
      from row
    ), due as (
      insert into deadline (subject_id, rule, start_on, due_on, due_hour)
      select "id", '{"kind":"FIXED_DAY"}', ${officeDay(at)}::date, "dueOn", "dueHour" from row where "dueOn" is not null
    )
    insert into assignment (id, role, unit_id, person_id, given_by_id, instruction)
    select "id", "role", "unitId", "personId", "givenById", "instruction" from row`
}

async function insertAsked(tx: Transaction, { plan, stored, at }: Recording, { asked }: Outcome): Promise<void> {
  if (asked.length === 0) return
  await tx.$executeRaw`
    with row as (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as row(
        "id" uuid, "parentId" uuid, "version" int, "state" text, "context" jsonb, "requestedById" uuid, "dueOn" date)
    ), begun as (
      insert into subject (id, kind, organ_id, root_id, parent_id, title, search_text, restricted, workflow,
        workflow_version, state, context, created_at)
      select "id", 'EXTENSION_REQUEST', ${stored.organId}::uuid, ${stored.tree.rootId}::uuid, "parentId", '', '',
        ${taskOf(plan.tree).record.restricted}, 'extensionRequest', "version", "state", "context", ${at}
      from row
    )
    insert into extension_request (id, requested_by_id, due_on)
    select "id", "requestedById", "dueOn" from row`
}

/** What of a task, of its holders and of the due days an act changed. Work that becomes open-ended has no deadline any more. */
async function updateAmended(tx: Transaction, { amended: { tasks, holders, deadlines } }: Outcome): Promise<void> {
  if (deadlines.length === 0) return
  await tx.$executeRaw`
    with task_row as (
      select * from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as row(
        "id" uuid, "directingLeaderId" uuid, "leadUnitId" uuid, "followerId" uuid, "namedPersonIds" uuid[], "outerDueOn" date,
        "supporters" jsonb)
    ), changed as (
      update task set directing_leader_id = "directingLeaderId", lead_unit_id = "leadUnitId", follower_id = "followerId",
        named_person_ids = "namedPersonIds", outer_due_on = "outerDueOn"
      from task_row where task.id = task_row."id"
    ), held as (
      update assignment set unit_id = row."unitId", person_id = row."personId"
      from jsonb_to_recordset(${JSON.stringify(holders)}::jsonb) as row("id" uuid, "unitId" uuid, "personId" uuid)
      where assignment.id = row."id"
    ), dropped as (
      delete from task_supporter using task_row
      where task_id = task_row."id" and not exists (
        select from jsonb_to_recordset(task_row."supporters") as supporter("unitId" uuid)
        where supporter."unitId" = task_supporter.unit_id)
    ), supporting as (
      insert into task_supporter (task_id, unit_id, due_on)
      select task_row."id", supporter."unitId", supporter."dueOn"
      from task_row, jsonb_to_recordset(task_row."supporters") as supporter("unitId" uuid, "dueOn" date)
      on conflict (task_id, unit_id) do update set due_on = excluded.due_on
    ), day as (
      select * from jsonb_to_recordset(${JSON.stringify(deadlines)}::jsonb) as row(
        "id" uuid, "dueOn" date, "dueHour" text, "extensions" int, "startedOn" date, "stoppedOn" date, "doneOn" date)
    ), ended as (
      delete from deadline using day where deadline.subject_id = day."id" and day."dueOn" is null
    )
    insert into deadline (subject_id, rule, start_on, due_on, due_hour, extensions, stopped_on, done_on)
    select day."id", '{"kind":"FIXED_DAY"}', coalesce(day."startedOn", (subject.created_at at time zone ${OFFICE_ZONE}::text)::date), day."dueOn",
      day."dueHour", day."extensions", day."stoppedOn", day."doneOn"
    from day join subject on subject.id = day."id" where day."dueOn" is not null
    on conflict (subject_id) do update set due_on = excluded.due_on, due_hour = excluded.due_hour,
      extensions = excluded.extensions`
}

async function updateMoved(tx: Transaction, { stored, at }: Recording, { moved, steps }: Outcome): Promise<void> {
  const last = steps.at(-1)!
  const { rootId } = stored.tree
  // The root takes the newest step even where it has not moved. Every row is found by its id: a condition that lets the root in
  // beside the rows would read the whole table.
  const rows = moved.some(({ id }) => id === rootId) ? moved : [...moved, { id: rootId }]
  await tx.$executeRaw`
    with row as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
        "id" uuid, "state" text, "context" jsonb, "times" int, "settled" boolean, "startedOn" date, "stoppedOn" date, "doneOn" date)
    ), clock as (
      -- An assignment's clock began with it; a task's begins when it is issued, and not at all when it is taken back.
      update deadline set start_on = case when subject_id = ${rootId}::uuid then row."startedOn" else start_on end, stopped_on = row."stoppedOn", done_on = row."doneOn",
        -- A clock is stopped by the act itself, whose hour no machine knows; accepted, a result keeps the hour it was passed up at.
        stopped_hour = case
          when row."doneOn" is not null or row."stoppedOn" = stopped_on then stopped_hour
          when row."stoppedOn" is not null then ${officeTime(at).hour} end
      from row where deadline.subject_id = row."id" and row."state" is not null
    )
    update subject set
      state = coalesce(row."state", subject.state),
      context = coalesce(row."context", subject.context),
      revision = subject.revision + coalesce(row."times", 0),
      settled_at = case when row."settled" then coalesce(subject.settled_at, ${at}) when row."state" is not null then null
        else subject.settled_at end,
      step_count = case when subject.id = subject.root_id then ${last.number} else 0 end,
      last_hash = case when subject.id = subject.root_id then ${last.hash} else '' end
    from row where subject.id = row."id"`
}

async function writeObligations(
  tx: Transaction,
  { stored, actorId, at }: Recording,
  { obligations: { opened, settled, redated } }: Outcome,
): Promise<void> {
  if (opened.length + settled.length + redated.length === 0) return
  const rows = opened.map((obligation) => ({ ...obligation, id: newId() }))
  await tx.$executeRaw`
    with settled as (
      update work_item set settled_at = ${at}, settled_by_id = ${actorId}::uuid
      where id = any(${settled.map(({ id }) => id)}::uuid[])
    ), redated as (
      update work_item set due_on = row."dueOn", due_hour = row."dueHour"
      from jsonb_to_recordset(${JSON.stringify(redated)}::jsonb) as row("id" uuid, "dueOn" date, "dueHour" text)
      where work_item.id = any(${redated.map(({ id }) => id)}::uuid[]) and work_item.id = row."id"
    )
    insert into work_item (id, subject_id, root_id, kind, holder, due_on, due_hour, opened_at)
    select "id", "subjectId", ${stored.tree.rootId}::uuid, "kind", "holder", "dueOn", "dueHour", ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
      "id" uuid, "subjectId" uuid, "kind" work_item_kind, "holder" text, "dueOn" date, "dueHour" text)`
}

async function writeAudienceAndOutbox(
  tx: Transaction,
  { stored, at }: Recording,
  { audience: { admitted, dismissed }, messages }: Outcome,
): Promise<void> {
  await tx.$executeRaw`
    with dismissed as (
      delete from participant
      where subject_id = ${stored.tree.rootId}::uuid and principal = any(${dismissed}::text[])
    ), admitted as (
      insert into participant (subject_id, principal, reason)
      select ${stored.tree.rootId}::uuid, "principal", "reason"
      from jsonb_to_recordset(${JSON.stringify(admitted)}::jsonb) as row("principal" text, "reason" text)
      on conflict (subject_id, principal) do update set reason = excluded.reason
    )
    insert into outbox_message (id, root_id, job, payload, created_at)
    select "id", ${stored.tree.rootId}::uuid, 'workflow.fact', "payload", ${at}
    from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb) as row("id" uuid, "payload" jsonb)`
}
