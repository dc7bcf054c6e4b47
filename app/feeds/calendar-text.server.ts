import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { Translate } from '#app/i18n/translator.ts'
import { momentOf } from '#app/platform/clock.server.ts'
import { taskPath } from '#app/directives/paths.ts'
import { type Entry, entryKey, type OpenDeadline } from './entries.ts'

/** What an event may say beside its day. */
export interface ShownDeadline extends OpenDeadline {
  taskId: string
  /** Of the source; null while it is not signed. */
  symbol: string | null
  restricted: boolean
}

interface CalendarText {
  t: Translate
  organId: string
  /** Such as https://docflow.example. */
  origin: string
  open: (Entry & ShownDeadline)[]
  over: Entry[]
}

/** How often programs are asked to read it again. */
const READ_AGAIN_SECONDS = 3600

/**
 * The calendar as a text of RFC 5545: an event of a whole day for each obligation, of a moment where
 * an hour is due. It leaves the office for programs and hosts we do not
 * know, so that it says the number, what is to be done and where; of a restricted task the number alone.
 */
export function calendarText({ t, organId, origin, open, over }: CalendarText): string {
  const calendar = ical({
    name: t('feeds:calendarName'),
    prodId: { company: 'docflow', product: 'deadlines' },
    ttl: READ_AGAIN_SECONDS,
  })
  const event = (entry: Entry) => ({
    id: `${entryKey(entry)}@${organId}`,
    sequence: entry.sequence,
    ...(entry.dueHour
      ? { start: momentOf(entry.dueOn, entry.dueHour) }
      : { start: new Date(entry.dueOn), allDay: true }),
    // Nobody is busy because something is due.
    transparency: ICalEventTransparency.TRANSPARENT,
    stamp: entry.changedAt,
    lastModified: entry.changedAt,
  })
  for (const entry of open) {
    calendar.createEvent({
      ...event(entry),
      summary: summaryOf(t, entry),
      url: entry.restricted ? null : `${origin}${taskPath(entry.taskId)}`,
      status: ICalEventStatus.CONFIRMED,
    })
  }
  for (const entry of over) {
    calendar.createEvent({ ...event(entry), summary: t('feeds:over'), status: ICalEventStatus.CANCELLED })
  }
  return calendar.toString()
}

function summaryOf(t: Translate, { kind, symbol, restricted }: ShownDeadline): string {
  const number = symbol ?? t('feeds:unnumbered')
  return restricted ? number : t('feeds:summary', { kind: t(`handovers:list.kind.${kind}`), number })
}
