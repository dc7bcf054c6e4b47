import type { Transaction } from '#app/platform/db.server.ts'

/*
 * Of a due day that is being counted and a change of the calendar one waits for the other to be written: else a task issued in that
 * moment would be counted by the old calendar and not be seen by the change. Held until the transaction ends.
 */

/** By whoever counts a due day that is to go with the calendar; many at once. */
export async function holdCalendar(tx: Transaction, organId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock_shared(hashtext('calendar'), hashtext(${organId}))`
}

/** By whoever changes the calendar: one at a time, when nobody counts. */
export async function holdCalendarAlone(tx: Transaction, organId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('calendar'), hashtext(${organId}))`
}
