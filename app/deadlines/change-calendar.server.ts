import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type AdministratorAct, requireAdministrator } from '#app/organisation/administrator-act.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import type { CalendarEdit } from './calendar-forms.ts'
import { checkEdit, daysIn, type LookedDay } from './calendar-look.server.ts'
import { FIRST_YEAR } from './check-calendar-edit.server.ts'
import { type AnnouncedRow, readAnnouncedDays } from './working-calendar.server.ts'

/**
 * Changes what is announced to the administrator's own organ, whole or not at all.
 *
 * @throws Refused with the first day that makes no sense; NotFound where a day to remove is not announced
 */
export async function changeCalendar(act: AdministratorAct & { edit: CalendarEdit }): Promise<void> {
  const { by, at, edit } = act
  requireAdministrator(by, { act: 'changeCalendar' })
  return transaction('changeCalendar', async (tx) => {
    // Two administrators at once: the second sees what the first has announced.
    await tx.$queryRaw`select from organ where id = ${by.organId}::uuid for update`
    const before = await readAnnouncedDays(tx, by.organId, FIRST_YEAR)
    checkEdit(before, edit, officeDay(at))
    for (const day of daysIn(before, edit)) await writeDay(tx, act, day)
  })
}

const auditKinds = {
  added: 'calendarDayAnnounced',
  changed: 'calendarDayChanged',
  removed: 'calendarDayRemoved',
} as const

async function writeDay(tx: Transaction, act: AdministratorAct, { day, change, was, is }: LookedDay): Promise<void> {
  if (change === 'same') return
  const row = { organId: act.by.organId, day: toDayColumn(day) }
  if (is) {
    const said = saidOf(is)
    await tx.calendarDay.upsert({ where: { organId_day: row }, create: { ...row, ...said }, update: said })
  } else {
    await tx.calendarDay.delete({ where: { organId_day: row } })
  }
  const { kind: dayKind, source, holiday } = (is ?? was)!
  const details = { day, dayKind, source, holiday, ...(change === 'changed' && { before: was!.source }) }
  await recordAudit(tx, { ...auditOf(act), kind: auditKinds[change], details })
}

function saidOf({ kind, source, holiday }: AnnouncedRow) {
  return { kind, source, holiday }
}
