import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { transaction } from '#app/platform/db.server.ts'
import type { AdministratorAct } from './administrator-act.ts'
import { unitSearchText } from './search-texts.ts'
import { unitToChange, type UnitNames } from './unit-to-change.server.ts'

export function changeUnit(act: AdministratorAct & UnitNames & { unitId: string }): Promise<void> {
  const { unitId, name, abbreviation } = act
  return transaction('changeUnit', async (tx) => {
    const before = await unitToChange(tx, act)
    const searchText = unitSearchText({ name, abbreviation })
    await tx.unit.update({ where: { id: unitId }, data: { name, abbreviation, searchText } })
    const details = { name, abbreviation, before: before.name }
    await recordAudit(tx, { ...auditOf(act), kind: 'unitChanged', subjectId: unitId, details })
  })
}
