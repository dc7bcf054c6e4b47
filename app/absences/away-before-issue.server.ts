import { localeOf } from '#app/i18n/locale.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Away, awayAloneWords, awayRows, awayWords, lastDayOfInterest } from './away.server.ts'

interface Drafts {
  request: Request
  organId: string
  /** Those the reader may issue now. */
  taskIds: string[]
}

/**
 * Of whom drafts name, who is away between today and the due day, each in a line: the lead and supporting units by their heads, the
 * directing leader, the follower. Of a restricted one those named, and nobody acts in their place.
 */
export async function awayBeforeIssue({ request, organId, taskIds }: Drafts): Promise<string[]> {
  if (taskIds.length === 0) return []
  const today = officeDay(now())
  const t = translateFor(localeOf(request))
  const names = Prisma.sql`coalesce(unit.name, person.full_name)`
  const rows = await db.$queryRaw<(Away & { name: string; alone: boolean })[]>`
    with part as (
      select named.id, subject.restricted as alone, max(coalesce(named.due_on, deadline.due_on)) as due_on
      from task
      join subject on subject.id = task.id
      left join deadline on deadline.subject_id = task.id
      cross join lateral (
        select task.directing_leader_id as id, null::date as due_on
        union select task.follower_id, null
        union select task.lead_unit_id, null where not subject.restricted
        union select unnest(task.named_person_ids), null where subject.restricted
        union select unit_id, supporter.due_on from task_supporter supporter where supporter.task_id = task.id
      ) named
      where task.id = any(${taskIds}::uuid[]) and subject.state = 'draft'
      group by named.id, subject.restricted
    )
    select distinct on (${names}, part.id, part.alone) ${names} as name, part.alone, told.head, told.from_day::text as "fromDay",
      told.to_day::text as "toDay", told.substitute
    from part
    join (${awayRows(organId, today)}) told on told.id = part.id
      and told.from_day <= greatest(${today}::date, coalesce(part.due_on, ${lastDayOfInterest(today, null)}::date))
    left join unit on unit.id = part.id
    left join person on person.id = part.id
    order by ${names}, part.id, part.alone, told.from_day`
  return rows.map(({ alone, name, ...away }) => (alone ? awayAloneWords(t, name, away) : awayWords(t, name, away)))
}
