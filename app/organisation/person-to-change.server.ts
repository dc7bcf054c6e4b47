import type { Day } from '#workflows/calendar/day.ts'
import { fromDayColumn } from '#app/platform/day-column.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import { requireAdministrator, type AdministratorAct } from './administrator-act.ts'
import type { OrganisationAct } from './policy.ts'
import { isValidOn } from './validity.ts'

export type PersonAct = AdministratorAct & { personId: string }

/** @throws NotFound, or Refused when the person is not the administrator’s to change. */
export async function personToChange(tx: Transaction, { by, personId }: PersonAct, act: OrganisationAct) {
  const person = await tx.person.findUnique({
    where: { id: personId },
    include: { login: { select: { username: true } } },
  })
  if (!person) throw new NotFound()
  requireAdministrator(by, { act, organId: person.organId })
  return person
}

export async function refuseTakenOutsideId(
  tx: Transaction,
  { organId, outsideId, exceptId }: { organId: string; outsideId: string | null; exceptId: string | null },
): Promise<void> {
  if (outsideId === null) return
  const other = await tx.person.findFirst({
    where: { organId, outsideId, ...(exceptId ? { id: { not: exceptId } } : {}) },
  })
  if (other) throw new Refused('organisation:errors.outsideIdTaken', { fullName: other.fullName })
}

/** A post or charge begins in a unit that is there on that day. */
export async function requireUnitOnDay(
  tx: Transaction,
  { organId, unitId, day }: { organId: string; unitId: string | null; day: Day },
): Promise<void> {
  if (unitId === null) return
  const unit = await tx.unit.findFirst({ where: { id: unitId, organId } })
  if (!unit) throw new NotFound()
  const validity = { validFrom: fromDayColumn(unit.validFrom), validTo: unit.validTo && fromDayColumn(unit.validTo) }
  if (!isValidOn(validity, day)) throw new Refused('organisation:errors.unitNotThere', { name: unit.name })
}

export async function requireLeader(
  tx: Transaction,
  { organId, personId }: { organId: string; personId: string | null },
): Promise<void> {
  if (personId === null) return
  const leader = await tx.post.findFirst({ where: { organId, personId, role: 'LEADER' } })
  if (!leader) throw new Refused('organisation:errors.noLeader')
}

export function requireNotBefore(validFrom: Date, lastDay: Day): void {
  if (lastDay < fromDayColumn(validFrom)) throw new Refused('organisation:errors.endsBeforeItBegins')
}
