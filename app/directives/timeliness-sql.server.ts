import { Prisma } from '#prisma/generated/client.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import type { Timeliness } from '#workflows/calendar/timeliness.ts'
import { type ClockColumns, clockColumns } from './task-clock.server.ts'

/**
 * The same rule as `timeliness` in workflows/calendar, as a condition on a row of `deadline` (null when open-ended) and its
 * `subject`, so that the database can count by it; or on the columns of another clock. A test holds the two against each other.
 * Only where an hour is due are hours looked at. A draft, and what was revoked, discarded or closed without a result is in none of them.
 */
export function isTimely(
  kind: Timeliness,
  { today, hour, dueSoonUntil }: { today: Day; hour?: Hour | undefined; dueSoonUntil: Day },
  { dueOn, dueHour, startOn, stoppedOn, stoppedHour, doneOn, settledAt }: ClockColumns = clockColumns.inner,
): Prisma.Sql {
  const seenOn = Prisma.sql`coalesce(${stoppedOn}, ${today}::date)`
  // Where the clock stands still, what was soon on the day it stopped.
  const soonUntil = Prisma.sql`${seenOn} + (${dueSoonUntil}::date - ${today}::date)`
  const running = Prisma.sql`${settledAt} is null and ${startOn} is not null and ${doneOn} is null`
  const seenHour = Prisma.sql`case when ${stoppedOn} is null then ${hour ?? null}::text else ${stoppedHour} end`
  const isPastHourOn = (day: Prisma.Sql, at: Prisma.Sql) =>
    Prisma.sql`(${dueHour} is not null and ${day} = ${dueOn} and coalesce(${at} > ${dueHour}, false))`
  const isPast = Prisma.sql`(${dueOn} < ${seenOn} or ${isPastHourOn(seenOn, seenHour)})`
  const isDoneLate = Prisma.sql`(${doneOn} > ${dueOn} or ${isPastHourOn(doneOn, stoppedHour)})`
  switch (kind) {
    case 'OPEN_ENDED':
      return Prisma.sql`${dueOn} is null`
    case 'DONE_ON_TIME':
      return Prisma.sql`${doneOn} <= ${dueOn} and not ${isDoneLate}`
    case 'DONE_LATE':
      return Prisma.sql`${isDoneLate}`
    case 'OVERDUE':
      return Prisma.sql`${running} and ${isPast}`
    case 'DUE_SOON':
      return Prisma.sql`${running} and not ${isPast} and ${dueOn} <= ${dueSoonUntil}::date and ${dueOn} <= ${soonUntil}`
    case 'IN_TIME':
      return Prisma.sql`${running} and not ${isPast} and ${dueOn} > ${soonUntil}`
  }
}
