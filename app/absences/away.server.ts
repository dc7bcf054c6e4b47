import { formatDay } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import type { Period } from './forms.ts'

/** Where no due day is known: whoever assigns wants to know of who will be away before the work has begun. */
const TOLD_DAYS_AHEAD = 14

/** An absence as it is told beside a person, or beside the unit whose head they are. */
export interface Away extends Period {
  /** The name of the head; null beside the person. */
  head: string | null
  substitute: string
}

/** The last day on which an absence matters to who assigns: the due day, where it is known and has not passed. */
export function lastDayOfInterest(today: Day, dueOn: Day | null): Day {
  if (dueOn === null) return daysAfter(today, TOLD_DAYS_AHEAD)
  return dueOn < today ? today : dueOn
}

/**
 * The absences that run or are to come, by the person's id and by that of the unit they head: rows of id, head, from_day, to_day
 * and substitute.
 */
export function awayRows(organId: string, today: Day): Prisma.Sql {
  return Prisma.sql`
    select away.person_id as id, null as head, away.from_day, away.to_day, substitute.full_name as substitute
    from absence away join person substitute on substitute.id = away.substitute_id
    where ${lasts(organId, today)}
    union all
    select post.unit_id, head.full_name, away.from_day, away.to_day, substitute.full_name
    from absence away
    join person head on head.id = away.person_id
    join person substitute on substitute.id = away.substitute_id
    join post on post.person_id = away.person_id and (away.post_id is null or post.id = away.post_id)
    where ${lasts(organId, today)} and post.role = 'UNIT_HEAD' and post.valid_from <= ${today}::date
      and (post.valid_to is null or post.valid_to >= ${today}::date)`
}

function lasts(organId: string, today: Day): Prisma.Sql {
  return Prisma.sql`away.organ_id = ${organId}::uuid and away.ended_at is null and away.to_day >= ${today}::date`
}

export function awayWords(t: Translate, name: string, { head, fromDay, toDay, substitute }: Away): string {
  const values = { name, from: formatDay(fromDay), to: formatDay(toDay), substitute }
  return head ? t('absences:away.headOfUnit', { ...values, head }) : t('absences:away.person', values)
}

/** Of a restricted task, which no substitute sees. */
export function awayAloneWords(t: Translate, name: string, { fromDay, toDay }: Period): string {
  return t('absences:away.alone', { name, from: formatDay(fromDay), to: formatDay(toDay) })
}
