import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { requireAdministrator } from '#app/organisation/administrator-act.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { transaction } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import type { AbsenceAct } from './name-substitute.server.ts'

/**
 * Ends an absence before its last day, or one that has not begun: from the next request on the substitute acts for themselves alone.
 * One that was ended so already stays ended, since then.
 *
 * @throws NotFound when it is not the person's; Refused when it is over
 */
export function endAbsence(act: AbsenceAct & { absenceId: string }): Promise<void> {
  const { by, at, personId, absenceId } = act
  return transaction('endAbsence', async (tx) => {
    const absence = await tx.absence.findFirst({
      where: { id: absenceId, personId },
      include: { person: true, substitute: true },
    })
    if (!absence) throw new NotFound()
    if (by.personId !== personId) requireAdministrator(by, { act: 'enterAbsences', organId: absence.organId })
    if (absence.toDay < toDayColumn(officeDay(at))) throw new Refused('absences:errors.isOver')
    const ended = await tx.absence.updateMany({ where: { id: absenceId, endedAt: null }, data: { endedAt: at } })
    if (ended.count === 0) return
    const details = { fullName: absence.person.fullName, substitute: absence.substitute.fullName }
    await recordAudit(tx, { ...auditOf(act), kind: 'absenceEnded', subjectId: personId, details })
  })
}
