import pMap from 'p-map'
import { fromDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { followCalendar } from '#app/workflow/follow-calendar.server.ts'

/** As many at once as leaves the rest of the office its connections. */
const AT_ONCE = 4
const LISTED_AT_ONCE = 200

/**
 * Moves the due days that an approved change of the calendar listed, task by task. Run again after a kill it goes on where it
 * stopped; a day that somebody has changed since stays.
 */
export async function moveDueDays(changeId: string, at: Date): Promise<void> {
  const { source, orderedById, orderedPostId, organId, finishedAt } = await db.calendarChange.findUniqueOrThrow({
    where: { id: changeId },
  })
  if (finishedAt) return
  // Whatever posts they hold by now.
  const actor = { personId: orderedById, organId, posts: [], chargeUnitIds: [], standsInFor: [] }
  for (;;) {
    const untried = await db.calendarChangeTask.findMany({ where: { changeId, moved: null }, take: LISTED_AT_ONCE })
    if (untried.length === 0) break
    await pMap(
      untried,
      ({ taskId, from, to }) =>
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
        }),
      { concurrency: AT_ONCE },
    )
  }
  await db.calendarChange.update({ where: { id: changeId }, data: { finishedAt: at } })
}
