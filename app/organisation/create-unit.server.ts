import { v7 as newId } from 'uuid'
import type { Day } from '#workflows/calendar/day.ts'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { transaction } from '#app/platform/db.server.ts'
import { requireAdministrator, type AdministratorAct } from './administrator-act.ts'
import { unitSearchText } from './search-texts.ts'
import { unitToChange, type UnitNames } from './unit-to-change.server.ts'

export function createUnit(
  act: AdministratorAct & UnitNames & { parentId: string | null; validFrom: Day },
): Promise<{ unitId: string }> {
  const { by, name, abbreviation, parentId, validFrom } = act
  requireAdministrator(by, { act: 'changeUnits' })
  return transaction('createUnit', async (tx) => {
    if (parentId) await unitToChange(tx, { ...act, unitId: parentId })
    const last = await tx.unit.aggregate({ where: { organId: by.organId }, _max: { position: true } })
    const unitId = newId()
    await tx.unit.create({
      data: {
        id: unitId,
        organId: by.organId,
        parentId,
        name,
        abbreviation,
        searchText: unitSearchText({ name, abbreviation }),
        position: (last._max.position ?? 0) + 1,
        validFrom: toDayColumn(validFrom),
      },
    })
    await recordAudit(tx, { ...auditOf(act), kind: 'unitCreated', subjectId: unitId, details: { name, abbreviation } })
    return { unitId }
  })
}
