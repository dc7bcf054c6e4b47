import pMap from 'p-map'
import { fromDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import type { CalendarChangeTask } from '#prisma/generated/client.ts'
import { followCalendar } from '#app/workflow/follow-calendar.server.ts'

/** As many at once as leaves the rest of the office its connections. */
const AT_ONCE = 4
const LISTED_AT_ONCE = 200

/**
 * Moves the due days that an approved change of the calendar listed, task by task. Run again after a kill it goes on where it
 * stopped; a day that somebody has changed since stays.
 *
 * @throws AggregateError of what failed, when all else was moved
 */
export async function moveDueDays(changeId: string, at: Date): Promise<void> {
  const { source, orderedById, orderedPostId, organId, finishedAt } = await db.calendarChange.findUniqueOrThrow({
    where: { id: changeId },
  })
  if (finishedAt) return
  // Whatever posts they hold by now.
  const actor = { personId: orderedById, organId, posts: [], chargeUnitIds: [], standsInFor: [] }
  const move = ({ taskId, from, to }: ListedTask) =>
    followCalendar({
      rootId: taskId,
      from: fromDayColumn(from),
      dueOn: fromDayColumn(to),
      source,
      orderedBy: { actor, postId: orderedPostId },
      at,
      claim: async (tx) => (await tx.calendarChangeTask.count({ where: { changeId, taskId, moved: null } })) === 1,
      note: async (tx, moved) => {
        await tx.calendarChangeTask.update({ where: { changeId_taskId: { changeId, taskId } }, data: { moved } })
      },
    })
  const faults: unknown[] = []
  let listed = await untriedAfter(changeId, null)
  while (listed.length > 0) {
    await pMap(listed, (task) => move(task).catch((fault: unknown) => void faults.push(fault)), {
      concurrency: AT_ONCE,
    })
    listed = await untriedAfter(changeId, listed.at(-1)!.taskId)
  }
  if (faults.length > 0)
    throw new AggregateError(faults, `${faults.length} did not move, the first because: ${String(faults[0])}`)
  await db.calendarChange.update({ where: { id: changeId }, data: { finishedAt: at } })
}

type ListedTask = Pick<CalendarChangeTask, 'taskId' | 'from' | 'to'>

/** In the order of their ids, so that those that failed are not read again. */
function untriedAfter(changeId: string, taskId: string | null): Promise<ListedTask[]> {
  const where = { changeId, moved: null, ...(taskId && { taskId: { gt: taskId } }) }
  return db.calendarChangeTask.findMany({ where, orderBy: { taskId: 'asc' }, take: LISTED_AT_ONCE })
}
