import { unitPrincipal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { transaction } from '#app/platform/db.server.ts'
import { Refused } from '#app/platform/errors.ts'
import type { AdministratorAct } from './administrator-act.ts'
import { unitToChange } from './unit-to-change.server.ts'

/**
 * The unit is there for the last time on `lastDay`; so are its posts and the charges over it. A unit that still owes work
 * cannot end: the work would be with nobody.
 */
export function endUnit(
  act: AdministratorAct & { unitId: string; lastDay: Day; successorId: string | null },
): Promise<void> {
  const { unitId, lastDay, successorId } = act
  return transaction('endUnit', async (tx) => {
    const { name, validFrom } = await unitToChange(tx, act)
    const lastDayColumn = toDayColumn(lastDay)
    if (lastDayColumn < validFrom) throw new Refused('organisation:errors.endsBeforeItBegins')
    if (successorId === unitId) throw new Refused('organisation:errors.ownSuccessor')
    if (successorId) await unitToChange(tx, { ...act, unitId: successorId })
    const owed = await tx.workItem.count({ where: { holder: unitPrincipal(unitId), settledAt: null } })
    if (owed > 0) throw new Refused('organisation:errors.unitOwesWork', { count: owed })
    const child = await tx.unit.findFirst({ where: { parentId: unitId, OR: stillThereAfter(lastDayColumn) } })
    if (child) throw new Refused('organisation:errors.unitHasChildren', { name: child.name })

    await tx.unit.update({ where: { id: unitId }, data: { validTo: lastDayColumn, successorId } })
    const ended = { where: { unitId, OR: stillThereAfter(lastDayColumn) }, data: { validTo: lastDayColumn } }
    await tx.post.updateMany(ended)
    await tx.charge.updateMany(ended)
    await recordAudit(tx, { ...auditOf(act), kind: 'unitEnded', subjectId: unitId, details: { name, lastDay } })
  })
}

function stillThereAfter(day: Date) {
  return [{ validTo: null }, { validTo: { gt: day } }]
}
