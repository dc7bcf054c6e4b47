import { v7 as newId } from 'uuid'
import { opensContent } from '#app/organisation/opening-roles.ts'
import { tellRoleGrants } from '#app/organisation/tell-role-grants.server.ts'
import type { AdministratorAct } from '#app/organisation/administrator-act.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import type { Moves } from './moves.ts'

/**
 * What a handover changes in the organisation from its day on: people keep their posts, in the unit they go to; charges, series,
 * views and units below follow; the units end with their successor named. Whoever leaves has their posts ended.
 */
export async function changeOrganisation(
  tx: Transaction,
  { moves, fromDay, ...act }: AdministratorAct & { moves: Moves; fromDay: Day },
): Promise<void> {
  for (const { from, to } of moves.units) {
    await movePosts(tx, act, { from, to, moves, fromDay })
    await moveCharges(tx, { from, to, fromDay })
    await tx.unit.updateMany({ where: { parentId: from, id: { not: to } }, data: { parentId: to } })
    await tx.savedView.updateMany({ where: { unitId: from }, data: { unitId: to } })
    await tx.taskSeries.updateMany({ where: { leadUnitId: from, stoppedAt: null }, data: { leadUnitId: to } })
    await tx.$executeRaw`
      update task_series set support_unit_ids = array_replace(support_unit_ids, ${from}::uuid, ${to}::uuid)
      where stopped_at is null and ${from}::uuid = any(support_unit_ids)`
    await tx.unit.update({ where: { id: from }, data: { validTo: dayBefore(fromDay), successorId: to } })
  }
  for (const { from, to } of moves.people) {
    await tx.post.updateMany({
      where: { personId: from, ...goingOnAt(fromDay) },
      data: { validTo: dayBefore(fromDay) },
    })
    await tx.charge.updateMany({
      where: { leaderId: from, ...goingOnAt(fromDay) },
      data: { validTo: dayBefore(fromDay) },
    })
    const open = { stoppedAt: null }
    await tx.taskSeries.updateMany({ where: { directingLeaderId: from, ...open }, data: { directingLeaderId: to } })
    await tx.taskSeries.updateMany({ where: { followerId: from, ...open }, data: { followerId: to } })
  }
}

interface UnitMove {
  from: string
  to: string
  fromDay: Day
}

async function movePosts(
  tx: Transaction,
  act: AdministratorAct,
  { from, to, moves, fromDay }: UnitMove & { moves: Moves },
): Promise<void> {
  const going = await tx.post.findMany({ where: { unitId: from, ...goingOnAt(fromDay) } })
  await tx.post.updateMany({ where: { id: { in: going.map(({ id }) => id) } }, data: { validTo: dayBefore(fromDay) } })
  const begun = going.map(({ id, outsideId: _, ...post }) => ({
    ...post,
    id: newId(),
    unitId: moves.posts.find(({ postId }) => postId === id)?.unitId ?? to,
    validFrom: toDayColumn(fromDay),
  }))
  await tx.post.createMany({ data: begun })
  await tellRoleGrants(
    tx,
    act,
    begun.filter(({ role }) => opensContent(role)).map(({ id }) => id),
  )
}

async function moveCharges(tx: Transaction, { from, to, fromDay }: UnitMove): Promise<void> {
  const going = await tx.charge.findMany({ where: { unitId: from, ...goingOnAt(fromDay) } })
  const ids = going.map(({ id }) => id)
  await tx.charge.updateMany({ where: { id: { in: ids } }, data: { validTo: dayBefore(fromDay) } })
  const held = await tx.charge.findMany({ where: { unitId: to, ...goingOnAt(fromDay) } })
  const leaders = new Set(held.map(({ leaderId }) => leaderId))
  await tx.charge.createMany({
    data: going
      .filter(({ leaderId }) => !leaders.has(leaderId))
      .map((charge) => ({ ...charge, id: newId(), unitId: to, validFrom: toDayColumn(fromDay) })),
  })
}

/** What began before the day and would go on past it. */
function goingOnAt(day: Day) {
  const column = toDayColumn(day)
  return { validFrom: { lt: column }, OR: [{ validTo: null }, { validTo: { gte: column } }] }
}

function dayBefore(day: Day): Date {
  return toDayColumn(daysAfter(day, -1))
}
