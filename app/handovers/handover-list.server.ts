import { seesPart } from '#app/directives/task-matching.server.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Actor, headPost, postIn, principalsOf } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { ObligationKind } from '#workflows/obligations.ts'

export interface HandoverList {
  fullName: string
  posts: string[]
  lines: HandoverLine[]
}

export interface HandoverLine {
  id: string
  kind: ObligationKind
  /** What lies with the unit they head, and not with them by name. */
  isOfUnit: boolean
  title: string
  symbol: string | null
  dueOn: Day | null
  taskState: string
  percent: number | null
}

/**
 * What a person owes, for whoever takes it over (danh mục bàn giao): for themself, the heads of their units, the leaders and the
 * secretariat. It lists only what the reader sees: what is restricted stays with those it names.
 *
 * @throws NotFound for everybody else
 */
export async function readHandoverList({
  personId,
  by,
  today,
}: {
  personId: string
  by: Actor
  today: Day
}): Promise<HandoverList> {
  const validToday = Prisma.sql`post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date)`
  const [person] = await db.$queryRaw<{ fullName: string; titles: string[]; unitIds: string[]; headedIds: string[] }[]>`
    select person.full_name as "fullName",
      array(select post.title from post where post.person_id = person.id and ${validToday} order by post.valid_from) as titles,
      array(select post.unit_id::text from post where post.person_id = person.id and post.unit_id is not null and ${validToday}) as "unitIds",
      array(select post.unit_id::text from post where post.person_id = person.id and post.role in ('UNIT_HEAD', 'DEPUTY_HEAD')
        and ${validToday}) as "headedIds"
    from person where person.id = ${personId}::uuid and person.organ_id = ${by.organId}::uuid`
  if (!person || !mayReadWorkOf(by, personId, person.unitIds)) throw new NotFound()

  const units = person.headedIds.map((id) => `unit:${id}`)
  const holders = [`person:${personId}`, `named:${personId}`, ...units]
  const lines = await db.$queryRaw<HandoverLine[]>`
    select item.id, item.kind, item.holder like 'unit:%' as "isOfUnit", root.title, directive.symbol,
      item.due_on::text as "dueOn", root.state as "taskState", assignment.percent
    from work_item item
    join subject root on root.id = item.root_id
    join task on task.id = item.root_id
    join directive on directive.id = task.directive_id
    join subject member on member.id = item.subject_id
    left join assignment on assignment.id = item.subject_id
    where item.holder = any(${holders}::text[]) and item.settled_at is null
      and ${visibleTo(principalsOf(by), Prisma.sql`item.root_id`)}
      and (member.id = root.id or ${seesPart(principalsOf(by), Prisma.sql`member`)})
    order by "isOfUnit", item.kind, item.due_on nulls last, item.id`
  return { fullName: person.fullName, posts: person.titles, lines }
}

/** Whether a list of what a person owes may be asked for; what it shows is still what the reader sees. */
export function mayReadWorkOf(by: Actor, personId: string, unitIds: string[]): boolean {
  if (by.personId === personId) return true
  const isOverAll = postIn(by, 'LEADER') ?? postIn(by, 'SECRETARIAT')
  return Boolean(isOverAll) || unitIds.some((unitId) => headPost(by, unitId))
}
