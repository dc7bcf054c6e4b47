import pMap from 'p-map'
import { eachForItself } from '#app/jobs/each-for-itself.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { fromDayColumn, toDayColumn } from '#app/platform/day-column.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { handOverTask } from '#app/workflow/hand-over.server.ts'
import type { Handover } from '#prisma/generated/client.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Succession } from '#workflows/succession.ts'
import { changeOrganisation } from './change-organisation.server.ts'
import { holdBack } from './held-back.server.ts'
import { movedRows } from './moved-rows.server.ts'
import { type Moves, movesSchema } from './moves.ts'
import { obstacleTo } from './obstacle.server.ts'

/** As many at once as leaves the rest of the office its connections. */
const AT_ONCE = 4

/**
 * Carries out an order whose day has come: first what it changes in the organisation, then the open work, task by task. Run again
 * after a kill it goes on where it stopped, and after something stood in its way it begins. Work that came to a former holder meanwhile is found before it ends.
 */
export async function carryOutHandover(handoverId: string, at: Date): Promise<void> {
  const handover = await db.handover.findUniqueOrThrow({ where: { id: handoverId } })
  if (handover.calledOffAt || handover.finishedAt) return
  const moves = movesSchema.parse(handover.moves)
  if (!handover.begunAt && !(await begin(handoverId, moves, at))) return

  const heads = await headsOf(moves, officeDay(at))
  const orderedBy = orderOf(handover)
  while ((await listTasks(handoverId, moves)) > 0) {
    const untried = await readUntried(handoverId, moves)
    const handOver = ({ taskId, pairs }: UntriedTask) =>
      handOverTask({
        rootId: taskId,
        succession: successionOf(pairs, heads, moves),
        documentSymbol: handover.documentSymbol,
        documentOn: fromDayColumn(handover.documentOn),
        orderedBy,
        at,
        // Of two runs at once the second finds nothing left to move, and the first has said so already.
        note: async (tx, moved) => {
          await tx.handoverTask.updateMany({
            where: { handoverId, taskId, outcome: { equals: Prisma.DbNull } },
            data: { outcome: { problem: moved ? null : { code: 'handovers:errors.stays' } } },
          })
        },
      })
    await pMap(untried, handOver, { concurrency: AT_ONCE })
  }
  await db.handover.update({ where: { id: handoverId }, data: { finishedAt: at } })
}

/** Orders whose day has come, or that a killed worker left half done. */
export async function carryOutDueHandovers(at: Date): Promise<void> {
  const due = await db.handover.findMany({
    where: { fromDay: { lte: toDayColumn(officeDay(at)) }, calledOffAt: null, finishedAt: null },
    orderBy: [{ fromDay: 'asc' }, { orderedAt: 'asc' }],
  })
  await eachForItself(due, ({ id }) => carryOutHandover(id, at))
}

/** False when another worker has begun it, it was called off, or something stands in its way. */
function begin(id: string, moves: Moves, at: Date): Promise<boolean> {
  return transaction('begin handover', async (tx) => {
    await tx.$queryRaw`select from handover where id = ${id}::uuid for update`
    const handover = await tx.handover.findFirst({ where: { id, begunAt: null, calledOffAt: null } })
    if (!handover) return false
    const obstacle = await obstacleTo(tx, { moves, organId: handover.organId, day: officeDay(at) })
    if (obstacle) {
      await holdBack(tx, handover, obstacle, at)
      return false
    }
    await tx.handover.update({ where: { id }, data: { begunAt: at, heldBack: Prisma.DbNull } })
    await changeOrganisation(tx, {
      by: orderOf(handover).actor,
      address: null,
      at,
      moves,
      fromDay: fromDayColumn(handover.fromDay),
    })
    return true
  })
}

/** The order is carried out in the name of whoever gave it, whatever posts they hold by now. */
function orderOf({ orderedById, orderedPostId, organId }: Handover) {
  const actor = { personId: orderedById, organId, posts: [], chargeUnitIds: [], standsInFor: [] }
  return { actor, postId: orderedPostId }
}

/** Lists the tasks that something moves in and that were not listed yet; how many are left to try. */
async function listTasks(handoverId: string, moves: Moves): Promise<number> {
  await db.$executeRaw`
    insert into handover_task (handover_id, task_id)
    select distinct ${handoverId}::uuid, moved.root_id from (${movedRows(moves)}) moved
    on conflict do nothing`
  return db.handoverTask.count({ where: { handoverId, outcome: { equals: Prisma.DbNull } } })
}

interface UntriedTask {
  taskId: string
  pairs: { former: string; successor: string }[]
}

function readUntried(handoverId: string, moves: Moves): Promise<UntriedTask[]> {
  return db.$queryRaw<UntriedTask[]>`
    select row.task_id as "taskId",
      coalesce(json_agg(json_build_object('former', moved.former, 'successor', moved.successor))
        filter (where moved.root_id is not null), '[]') as pairs
    from handover_task row left join (${movedRows(moves)}) moved on moved.root_id = row.task_id
    where row.handover_id = ${handoverId}::uuid and row.outcome is null
    group by row.task_id order by row.task_id`
}

function successionOf(
  pairs: UntriedTask['pairs'],
  heads: Record<string, string[]>,
  { withRestricted }: Moves,
): Succession {
  const of = (isOf: (principal: string) => boolean) =>
    Object.fromEntries(
      pairs
        .filter(({ former }) => isOf(former))
        .map(({ former, successor }) => [idIn(former), idIn(successor)] as const),
    )
  return {
    units: of((principal) => principal.startsWith('unit:')),
    people: of((principal) => !principal.startsWith('unit:')),
    heads,
    withRestricted,
  }
}

function idIn(principal: string): string {
  return principal.slice(principal.indexOf(':') + 1)
}

/** The heads and deputies of the units that take over, and of those that people leave, as they are now. */
async function headsOf({ units, posts, people }: Moves, today: Day): Promise<Record<string, string[]>> {
  const rows = await db.$queryRaw<{ unitId: string; personIds: string[] }[]>`
    select unit.id as "unitId", array(
      select distinct post.person_id from post
      where post.unit_id = unit.id and post.role in ('UNIT_HEAD', 'DEPUTY_HEAD')
        and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date)) as "personIds"
    from unit
    where unit.id = any(${[...units.map(({ to }) => to), ...posts.map(({ unitId }) => unitId)]}::uuid[])
      or exists (select from post where post.unit_id = unit.id
        and post.person_id = any(${people.map(({ from }) => from)}::uuid[]))`
  return Object.fromEntries(rows.map(({ unitId, personIds }) => [unitId, personIds]))
}
