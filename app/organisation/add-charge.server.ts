import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { transaction } from '#app/platform/db.server.ts'
import type { ChargeInput } from './forms.ts'
import { personToChange, requireLeader, requireUnitOnDay, type PersonAct } from './person-to-change.server.ts'

export function addCharge(act: PersonAct & { charge: ChargeInput }): Promise<void> {
  const { personId, charge } = act
  return transaction('addCharge', async (tx) => {
    const { organId, fullName } = await personToChange(tx, act, 'changeCharges')
    await requireLeader(tx, { organId, personId })
    await requireUnitOnDay(tx, { organId, unitId: charge.unitId, day: charge.validFrom })
    await tx.charge.create({
      data: {
        organId,
        leaderId: personId,
        ...charge,
        validFrom: toDayColumn(charge.validFrom),
        validTo: charge.validTo && toDayColumn(charge.validTo),
      },
    })
    await recordAudit(tx, {
      ...auditOf(act),
      kind: 'chargeAdded',
      subjectId: personId,
      details: { fullName, ...charge },
    })
  })
}
