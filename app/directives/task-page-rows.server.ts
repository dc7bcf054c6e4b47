import type { AnnouncedRow } from '#app/deadlines/working-calendar.server.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { TOLD_REMINDERS, type ToldReminder } from '#app/reminders/told-reminders.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import type { Period } from '#workflows/calendar/periods.ts'
import type { SourceKind, Urgency } from './forms.ts'
import type { StepRow } from './shown-steps.ts'

export interface ShownFile {
  versionId: string
  name: string
  bytes: number
  mediaType: string
}

/** What the words of a task's page are made of; states and rights come from its tree. */
export interface TaskRows {
  id: string
  content: string
  expectedProduct: string | null
  urgency: Urgency
  restricted: boolean
  directingLeader: string
  leadUnit: string
  follower: string
  enteredBy: string
  dueOn: Day | null
  dueHour: Hour | null
  /** As stored: how the day was counted when it was issued; null where it was said. */
  dueRule: unknown
  /** Of a duty that comes again: how many days after its data close it is due. */
  dueAfterDays: number | null
  doneOn: Day | null
  startOn: Day | null
  stoppedOn: Day | null
  stoppedHour: Hour | null
  settled: boolean
  named: string[]
  /** Of one paragraph given to many units. */
  groupId: string | null
  /** Of a duty that comes again: which one, and for which period. */
  series: { id: string; period: Period } | null
  field: string | null
  directive: {
    id: string
    sourceKind: SourceKind
    symbol: string | null
    signedOn: Day | null
    issuingOrgan: string
    signer: string | null
    subject: string
  }
  sourceFiles: ShownFile[]
  /** Names by principal, of those who owe something. */
  holders: Record<string, string>
  /** Names by id, of the units and people that took one another's place. */
  changedNames: Record<string, string>
  assignments: {
    id: string
    holder: string
    percent: number
    startOn: Day | null
    dueOn: Day | null
    dueHour: Hour | null
    stoppedOn: Day | null
    stoppedHour: Hour | null
    doneOn: Day | null
    settled: boolean
  }[]
  steps: StepRow[]
  /** The newest reminders that were told, the newest first. */
  reminders: ToldReminder[]
  /** The days off and make-up days of the organ, from the year the task was entered. */
  announcedDays: AnnouncedRow[]
}

/** One statement, for a task already known to be visible. @throws NotFound when there is none */
export async function readTaskRows(taskId: string): Promise<TaskRows> {
  const [row] = await db.$queryRaw<TaskRows[]>`
    select task.id, task.content, task.expected_product as "expectedProduct", task.urgency, subject.restricted,
      leader.full_name as "directingLeader", unit.name as "leadUnit", follower.full_name as follower,
      enterer.full_name as "enteredBy", deadline.due_on::text as "dueOn", deadline.done_on::text as "doneOn",
      deadline.start_on::text as "startOn", deadline.stopped_on::text as "stoppedOn",
      deadline.due_hour as "dueHour", deadline.stopped_hour as "stoppedHour", subject.settled_at is not null as settled,
      coalesce((select json_agg(person.full_name order by person.given_name) from person
        where person.id = any(task.named_person_ids)), '[]') as named,
      task.group_id as "groupId", task.due_rule as "dueRule", task.field,
      case when task.series_id is not null then json_build_object('id', task.series_id, 'period', task.period) end as series,
      (select due_after_days from task_series where task_series.id = task.series_id) as "dueAfterDays",
      json_build_object('id', directive.id, 'sourceKind', directive.source_kind, 'symbol', directive.symbol,
        'signedOn', directive.signed_on, 'issuingOrgan', directive.issuing_organ, 'signer', directive.signer,
        'subject', directive.subject) as directive,
      coalesce((select json_agg(json_build_object('versionId', version.id, 'name', file.name, 'bytes', version.bytes,
          'mediaType', version.media_type) order by version.id)
        from file join file_version version on version.file_id = file.id
        where file.directive_id = directive.id), '[]') as "sourceFiles",
      coalesce((select json_object_agg(item.holder, coalesce(holding_unit.name, holding_person.full_name))
        from (select distinct holder, split_part(holder, ':', 2)::uuid as id from work_item
          where root_id = task.id and settled_at is null) item
        left join unit holding_unit on holding_unit.id = item.id
        left join person holding_person on holding_person.id = item.id), '{}') as holders,
      coalesce((select json_object_agg(changed.id, coalesce(changed_unit.name, changed_person.full_name))
        from (select distinct (case when change ->> 'field' in ('directingLeaderId', 'leadUnitId', 'followerId') then side.value #>> '{}'
              when change ->> 'field' = 'holder' then coalesce(side.value ->> 'unitId', side.value ->> 'personId') end)::uuid as id
          from step, jsonb_array_elements(step.payload -> 'changed') change,
            lateral (values (change -> 'from'), (change -> 'to')) side(value)
          where step.root_id = task.id) changed
        left join unit changed_unit on changed_unit.id = changed.id
        left join person changed_person on changed_person.id = changed.id
        where changed.id is not null), '{}') as "changedNames",
      coalesce((select json_agg(json_build_object('id', assignment.id, 'percent', assignment.percent,
          'holder', coalesce(held_by_unit.name, held_by.full_name), 'startOn', due.start_on, 'dueOn', due.due_on, 'stoppedOn', due.stopped_on,
          'dueHour', due.due_hour, 'stoppedHour', due.stopped_hour, 'doneOn', due.done_on, 'settled', member.settled_at is not null) order by assignment.id)
        from subject member join assignment on assignment.id = member.id
        left join unit held_by_unit on held_by_unit.id = assignment.unit_id
        left join person held_by on held_by.id = assignment.person_id
        left join deadline due on due.subject_id = assignment.id
        where member.root_id = task.id), '[]') as assignments,
      (select json_agg(json_build_object('number', step.number, 'subjectId', step.subject_id, 'event', step.event,
          'toState', step.to_state, 'at', step.at, 'actor', actor.full_name, 'postTitle', post.title,
          'actingFor', case when post.person_id <> step.actor_id then post_holder.full_name end,
          'onBehalfOf', case when step.on_behalf_of_id is distinct from post.person_id then directed_by.full_name end, 'causedBy', step.caused_by, 'payload', step.payload,
          'texts', step_text.texts, 'textRemoved', step_text.removed_by_number is not null,
          'files', coalesce((select json_agg(json_build_object('versionId', version.id, 'name', file.name,
              'bytes', version.bytes, 'mediaType', version.media_type) order by version.id)
            from file_version version join file on file.id = version.file_id where version.step_id = step.id), '[]')
          ) order by step.number)
        from step join person actor on actor.id = step.actor_id
        left join post on post.id = step.post_id
        left join person post_holder on post_holder.id = post.person_id
        left join person directed_by on directed_by.id = step.on_behalf_of_id
        left join step_text on step_text.step_id = step.id
        where step.root_id = task.id) as steps,
      ${TOLD_REMINDERS} as reminders,
      coalesce((select json_agg(json_build_object('day', announced.day, 'kind', announced.kind, 'source', announced.source,
          'holiday', announced.holiday) order by announced.day)
        from calendar_day announced where announced.organ_id = subject.organ_id
          and announced.day >= date_trunc('year', subject.created_at)), '[]') as "announcedDays"
    from task
    join subject on subject.id = task.id
    join directive on directive.id = task.directive_id
    join unit on unit.id = task.lead_unit_id
    join person leader on leader.id = task.directing_leader_id
    join person follower on follower.id = task.follower_id
    join person enterer on enterer.id = task.entered_by_id
    left join deadline on deadline.subject_id = task.id
    where task.id = ${taskId}::uuid`
  if (!row) throw new NotFound()
  return row
}
