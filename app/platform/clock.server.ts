import { OFFICE_ZONE } from './office-zone.ts'

/** How far the one clock is ahead of this machine's, in milliseconds. */
let ahead = 0
const goOn = (): Date => new Date(Date.now() + ahead)
let readClock = goOn

/** This moment, by the one clock. Use cases take it as an argument; routes and jobs ask here. */
export function now(): Date {
  return readClock()
}

/** Swedish writes its days as YYYY-MM-DD. Made once: every request asks for the day several times. */
const officeCalendar = new Intl.DateTimeFormat('sv-SE', {
  timeZone: OFFICE_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day, as YYYY-MM-DD, that the office's calendar shows at a moment. */
export function officeDay(at: Date): string {
  return officeCalendar.format(at)
}

const officeClock = new Intl.DateTimeFormat('en-GB', { timeZone: OFFICE_ZONE, hour: '2-digit', hourCycle: 'h23' })

/** The hour, 0 to 23, that the office's clocks show. */
export function officeHour(at: Date): number {
  return Number(officeClock.format(at))
}

/** @param milliseconds how far the one clock is ahead of this machine's */
export function setAhead(milliseconds: number): void {
  ahead = milliseconds
}

const officeMinutes = new Intl.DateTimeFormat('en-GB', {
  timeZone: OFFICE_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The day, and the hour of it as HH:mm, that the office's clocks show. */
export function officeTime(at: Date): { today: string; hour: string } {
  return { today: officeDay(at), hour: officeMinutes.format(at) }
}

/** The moment at which the office's clocks show an hour of a day. Vietnam is seven hours ahead all year round. */
export function momentOf(day: string, hour: string): Date {
  return new Date(`${day}T${hour}:00+07:00`)
}

/** For tests: stops the clock at a moment, until the returned function lets it run again. */
export function stopClock(at: Date): () => void {
  readClock = () => new Date(at)
  return () => {
    readClock = goOn
  }
}
