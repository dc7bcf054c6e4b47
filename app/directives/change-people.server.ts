import { officeDay } from '#app/platform/clock.server.ts'
import { fromDayColumn, toDayColumn } from '#app/platform/day-column.ts'
import { db, type Transaction } from '#app/platform/db.server.ts'
import { Refused } from '#app/platform/errors.ts'
import { act, type ActOutcome } from '#app/workflow/act.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { SupportersInput } from './act-forms.ts'
import type { AskedOfSubject } from './simple-acts.server.ts'

/*
 * Other people and units for a task that is issued. The forms offer those of the day; a post or a unit may end while one is
 * being filled, so all throw as `act` does, and Refused when somebody chosen is none any more.
 */

export function changeFollower({ followerId, ...asked }: AskedOfSubject & { followerId: string }): Promise<ActOutcome> {
  const { by, at } = asked
  return act({
    ...asked,
    event: { type: 'changeFollower', followerId },
    alongside: (tx) => checkFollower(tx, { organId: by.organId, personId: followerId, today: officeDay(at) }),
  })
}

export function reassignTask({
  leadUnitId,
  reason,
  ...asked
}: AskedOfSubject & { leadUnitId: string; reason: string }): Promise<ActOutcome> {
  const { by, at } = asked
  return act({
    ...asked,
    event: { type: 'reassign', leadUnitId, reason },
    alongside: (tx) => checkUnits(tx, { organId: by.organId, unitIds: [leadUnitId], today: officeDay(at) }),
  })
}

/** Who supports is due with the lead where no other day is said. */
export async function addSupporters({ supporters, ...asked }: AskedOfSubject & SupportersInput): Promise<ActOutcome> {
  const { subjectId, by, at } = asked
  const deadline = await db.deadline.findUnique({ where: { subjectId } })
  const leadDueOn = deadline && fromDayColumn(deadline.dueOn)
  const unitIds = supporters.map(({ unitId }) => unitId)
  return act({
    ...asked,
    event: {
      type: 'addSupporters',
      supporters: supporters.map(({ unitId, dueOn }) => ({ unitId, dueOn: dueOn ?? leadDueOn })),
    },
    alongside: (tx) => checkUnits(tx, { organId: by.organId, unitIds, today: officeDay(at) }),
  })
}

async function checkFollower(
  tx: Transaction,
  { organId, personId, today }: { organId: string; personId: string; today: Day },
): Promise<void> {
  const held = await tx.post.count({ where: { organId, personId, role: 'SECRETARIAT', ...validOn(today) } })
  if (held === 0) throw new Refused('directives:errors.followerHasNoPost')
}

async function checkUnits(
  tx: Transaction,
  { organId, unitIds, today }: { organId: string; unitIds: string[]; today: Day },
): Promise<void> {
  const found = await tx.unit.count({ where: { organId, id: { in: unitIds }, ...validOn(today) } })
  if (found !== new Set(unitIds).size) throw new Refused('directives:errors.unitHasEnded')
}

function validOn(today: Day) {
  const day = toDayColumn(today)
  return { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] }
}
