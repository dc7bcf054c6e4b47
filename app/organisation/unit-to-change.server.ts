import type { Transaction } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { requireAdministrator, type AdministratorAct } from './administrator-act.ts'

export interface UnitNames {
  name: string
  abbreviation: string
}

/** @throws NotFound, or Refused when the unit is not the administrator’s to change. */
export async function unitToChange(tx: Transaction, { by, unitId }: AdministratorAct & { unitId: string }) {
  const unit = await tx.unit.findUnique({ where: { id: unitId } })
  if (!unit) throw new NotFound()
  requireAdministrator(by, { act: 'changeUnits', organId: unit.organId })
  return unit
}
