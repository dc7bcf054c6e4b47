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
    await moveUnitsBelow(tx, { from, to })
    await tx.savedView.updateMany({ where: { unitId: from }, data: { unitId: to } })
    await tx.taskSeries.updateMany({ where: { leadUnitId: from, stoppedAt: null }, data: { leadUnitId: to } })
    // Two supporting units that merge are named once, and none beside the lead it now is.
    await tx.$executeRaw`
      update task_series set support_unit_ids = array(
        select distinct unit_id from unnest(array_replace(support_unit_ids, ${from}::uuid, ${to}::uuid)) as unit_id
        where unit_id <> lead_unit_id)
      where stopped_at is null and (${from}::uuid = any(support_unit_ids) or lead_unit_id = ${to}::uuid)`
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

/** What lay below the unit lies below its successor, and the successor, where it lay below, in the place of the unit. */
async function moveUnitsBelow(tx: Transaction, { from, to }: Pick<UnitMove, 'from' | 'to'>): Promise<void> {
  const { parentId } = await tx.unit.findUniqueOrThrow({ where: { id: from } })
  const [lies] = await tx.$queryRaw<{ below: boolean }[]>`
    with recursive above as (
      select id, parent_id from unit where id = ${to}::uuid
      union select unit.id, unit.parent_id from unit join above on unit.id = above.parent_id
    ) select exists (select from above where id = ${from}::uuid) as below`
  if (lies!.below) await tx.unit.update({ where: { id: to }, data: { parentId } })
  await tx.unit.updateMany({ where: { parentId: from, id: { not: to } }, data: { parentId: to } })
}

async function movePosts(
  tx: Transaction,
  act: AdministratorAct,
  { from, to, moves, fromDay }: UnitMove & { moves: Moves },
): Promise<void> {
  const going = await tx.post.findMany({ where: { unitId: from, ...goingOnAt(fromDay) } })
  await tx.post.updateMany({ where: { id: { in: going.map(({ id }) => id) } }, data: { validTo: dayBefore(fromDay) } })
  const unitOf = (id: string) => moves.posts.find(({ postId }) => postId === id)?.unitId ?? to
  const begun = going.map(({ outsideId: _, ...post }) => ({
    ...post,
    id: newId(),
    former: post.id,
    unitId: unitOf(post.id),
    validFrom: toDayColumn(fromDay),
  }))
  await tx.post.createMany({ data: begun.map(({ former: _, ...post }) => post) })
  // Whoever stands in for a post stands in for what it becomes.
  for (const { id, former } of begun) {
    const goesOn = { postId: former, endedAt: null, toDay: { gte: toDayColumn(fromDay) } }
    await tx.absence.updateMany({ where: goesOn, data: { postId: id } })
  }
  await tx.post.updateMany({ where: { unitId: from, ...beginningAt(fromDay) }, data: { unitId: to } })
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
  await tx.charge.updateMany({ where: { unitId: from, ...beginningAt(fromDay) }, data: { unitId: to } })
  const held = await tx.charge.findMany({ where: { unitId: to, ...validAt(fromDay) } })
  const leaders = new Set(held.map(({ leaderId }) => leaderId))
  await tx.charge.createMany({
    data: going
      .filter(({ leaderId }) => !leaders.has(leaderId))
      .map((charge) => ({ ...charge, id: newId(), unitId: to, validFrom: toDayColumn(fromDay) })),
  })
}

function beginningAt(day: Day) {
  return { validFrom: { gte: toDayColumn(day) } }
}

function validAt(day: Day) {
  const column = toDayColumn(day)
  return { validFrom: { lte: column }, OR: [{ validTo: null }, { validTo: { gte: column } }] }
}

/** What began before the day and would go on past it. */
function goingOnAt(day: Day) {
  const column = toDayColumn(day)
  return { validFrom: { lt: column }, OR: [{ validTo: null }, { validTo: { gte: column } }] }
}

function dayBefore(day: Day): Date {
  return toDayColumn(daysAfter(day, -1))
}
