import type { Problem } from '#app/i18n/problem.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Moves } from './moves.ts'
import { neededRoles } from './needed-roles.server.ts'

interface Question {
  moves: Moves
  organId: string
  /** The day of the order, or a later one on which it is carried out at last. */
  day: Day
}

/**
 * What stands in the way of an order on a day, or null. Asked when it is looked at and given, and again on its day: by then a unit
 * may have ended, and whoever was to take over may have left.
 */
export async function obstacleTo(tx: Transaction, question: Question): Promise<Problem | null> {
  return (await obstacleOfUnits(tx, question)) ?? (await obstacleOfPeople(tx, question))
}

async function obstacleOfUnits(tx: Transaction, { moves, organId, day }: Question): Promise<Problem | null> {
  const { units, posts } = moves
  const takingOver = [...new Set([...units.map(({ to }) => to), ...posts.map(({ unitId }) => unitId)])]
  const named = [...new Set([...units.map(({ from }) => from), ...takingOver])]
  const there = await tx.$queryRaw<{ id: string; name: string; isHeaded: boolean }[]>`
    select unit.id, unit.name, exists (
      select from post
      left join jsonb_to_recordset(${JSON.stringify(posts)}::jsonb) as other("postId" uuid, "unitId" uuid) on other."postId" = post.id
      left join jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as move("from" uuid, "to" uuid) on move."from" = post.unit_id
      where post.role in ('UNIT_HEAD', 'DEPUTY_HEAD') and coalesce(other."unitId", move."to", post.unit_id) = unit.id
        and post.valid_from <= ${day}::date and (post.valid_to is null or post.valid_to >= ${day}::date)) as "isHeaded"
    from unit
    where unit.id = any(${named}::uuid[]) and unit.organ_id = ${organId}::uuid
      and unit.valid_from <= ${day}::date and (unit.valid_to is null or unit.valid_to >= ${day}::date)`
  if (there.length !== named.length) return { code: 'handovers:errors.unitNotThere', values: {} }
  const headless = there.find(({ id, isHeaded }) => takingOver.includes(id) && !isHeaded)
  return headless ? { code: 'handovers:errors.noHead', values: { unit: headless.name } } : null
}

async function obstacleOfPeople(tx: Transaction, { moves, day }: Question): Promise<Problem | null> {
  for (const { from: personId, to: successorId } of moves.people) {
    const [missing] = await neededRoles(tx, { personId, successorId, day })
    if (missing) return { code: `handovers:errors.successorLacks.${missing}`, values: {} }
    const login = await tx.login.findFirst({ where: { personId: successorId } })
    if (!login || login.banned) return { code: 'handovers:errors.successorHasNoAccount', values: {} }
  }
  return null
}
