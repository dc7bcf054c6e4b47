import type { Day } from '#workflows/calendar/day.ts'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { transaction } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { personToChange, requireNotBefore, type PersonAct } from './person-to-change.server.ts'

export function endCharge(act: PersonAct & { chargeId: string; lastDay: Day }): Promise<void> {
  const { personId, chargeId, lastDay } = act
  return transaction('endCharge', async (tx) => {
    const { fullName } = await personToChange(tx, act, 'changeCharges')
    const charge = await tx.charge.findFirst({ where: { id: chargeId, leaderId: personId } })
    if (!charge) throw new NotFound()
    requireNotBefore(charge.validFrom, lastDay)
    await tx.charge.update({ where: { id: chargeId }, data: { validTo: toDayColumn(lastDay) } })
    await recordAudit(tx, { ...auditOf(act), kind: 'chargeEnded', subjectId: personId, details: { fullName, lastDay } })
  })
}
