import { db } from '#app/platform/db.server.ts'
import { OFFICE_ZONE } from '#app/platform/office-zone.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import type { DataPeriod } from '#workflows/calendar/periods.ts'

/** The words of a part and its task as they stood at the end of a day. What was removed by a recorded act is null, then as now. */
export interface PartTexts {
  partId: string
  content: string | null
  symbol: string | null
  signedOn: Day | null
  /** Of the report that stands, or stood last. */
  result: string | null
  documentSymbol: string | null
  latenessReason: string | null
  /** As last told of before the end of the day. */
  difficulties: string | null
}

const IDS_A_BATCH = 1000

/** By part. Ask only for parts the reader was found to see. */
export async function readTexts(partIds: string[], day: Day): Promise<Map<string, PartTexts>> {
  const texts = new Map<string, PartTexts>()
  for (let first = 0; first < partIds.length; first += IDS_A_BATCH) {
    for (const row of await textsOf(partIds.slice(first, first + IDS_A_BATCH), day)) texts.set(row.partId, row)
  }
  return texts
}

/**
 * The content of a task changes by an act that keeps the former one in its step: on a past day it was what the first change after
 * that day replaced.
 */
function textsOf(partIds: string[], day: Day): Promise<PartTexts[]> {
  const end = midnightAfter(day)
  return db.$queryRaw<PartTexts[]>`
    select part.id as "partId", case when changed.number is null then task.content else changed.former end as content,
      directive.symbol, directive.signed_on::text as "signedOn",
      report.texts ->> 'text' as result, report.payload ->> 'documentSymbol' as "documentSymbol",
      report.texts ->> 'latenessReason' as "latenessReason", told.texts ->> 'difficulties' as difficulties
    from subject part
    join task on task.id = part.root_id
    join directive on directive.id = task.directive_id
    left join lateral (
      select step.number, step_text.texts ->> 'formerContent' as former
      from step left join step_text on step_text.step_id = step.id
      where step.root_id = part.root_id and step.event = 'changeContent' and step.at >= ${end}
      order by step.number limit 1
    ) changed on true
    left join lateral (
      select step.payload, step_text.texts
      from step left join step_text on step_text.step_id = step.id
      where step.root_id = part.root_id and step.subject_id = part.id and step.event = 'report' and step.at < ${end}
      order by step.number desc limit 1
    ) report on true
    left join lateral (
      select step_text.texts
      from step join step_text on step_text.step_id = step.id
      where step.root_id = part.root_id and step.subject_id = part.id and step.event = 'progress' and step.at < ${end}
        and step_text.texts ->> 'difficulties' <> ''
      order by step.number desc limit 1
    ) told on true
    where part.id = any(${partIds}::uuid[])`
}

/** A difficulty that was told of, or more time that was asked for, on a part of a unit or on what it handed on. */
export interface ToldInPeriod {
  partId: string
  on: Day
  /** Who wrote it, */
  actor: string
  /** and for whom, as their substitute. */
  actingFor: string | null
  /** 'progress' or 'requestExtension'. */
  event: string
  /** The difficulty, or why more time is asked for; null once removed. */
  text: string | null
  /** The day asked for. */
  dueOn: Day | null
}

/**
 * In the order it was written. Ask only for parts the reader was found to see. What lies under a part, its steps and their words are
 * looked up one by one: the database would read every subject and every text there is.
 */
export function readTold(partIds: string[], { from, to }: DataPeriod): Promise<ToldInPeriod[]> {
  return db.$queryRaw<ToldInPeriod[]>`
    with recursive branch(id, part_id, root_id) as (
      select id, id, root_id from subject where id = any(${partIds}::uuid[])
      union all
      select below.id, branch.part_id, branch.root_id
      from branch cross join lateral (
        select id from subject
        where root_id = branch.root_id and parent_id = branch.id and kind = 'ASSIGNMENT'
        offset 0
      ) below
    )
    select branch.part_id as "partId", (step.at at time zone ${OFFICE_ZONE}::text)::date::text as on, person.full_name as actor,
      absent.full_name as "actingFor",
      step.event, step_text.texts ->> (case step.event when 'progress' then 'difficulties' else 'reason' end) as text,
      case step.event when 'requestExtension' then step.payload ->> 'dueOn' end as "dueOn"
    from branch
    cross join lateral (
      select * from step
      where root_id = branch.root_id and subject_id = branch.id and event in ('progress', 'requestExtension')
        and at >= ${midnightAfter(daysAfter(from, -1))} and at < ${midnightAfter(to)}
      offset 0
    ) step
    join person on person.id = step.actor_id
    left join post on post.id = step.post_id and post.person_id <> step.actor_id
    left join person absent on absent.id = post.person_id
    left join lateral (select texts from step_text where step_text.step_id = step.id offset 0) step_text on true
    where (step.event = 'progress' and step_text.texts ->> 'difficulties' <> ''
      or step.event = 'requestExtension' and branch.id = branch.part_id)
    order by step.at, step.root_id, step.number`
}

/** When a day of the office is over. */
function midnightAfter(day: Day): Prisma.Sql {
  return Prisma.sql`(${daysAfter(day, 1)}::date::timestamp at time zone ${OFFICE_ZONE}::text)`
}
