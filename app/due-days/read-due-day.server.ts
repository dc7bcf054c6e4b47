import { readTaskRows } from '#app/directives/task-page-rows.server.ts'
import { db } from '#app/platform/db.server.ts'
import { readTree } from '#app/workflow/restore.server.ts'
import type { Principal } from '#workflows/actor.ts'
import { sightOf } from '#workflows/audience.ts'
import { calendarIn, dueDayHistories } from './due-day-history.server.ts'
import type { DueDayHistory } from './due-day-history.ts'

interface DueDayAsked {
  rootId: string
  /** The task, or a part of it. */
  subjectId: string
  principals: Principal[]
}

/**
 * How one due day came about, as this reader sees it on the task's page; null where there is none. Of a part that is due with its
 * task it is the task's, where the counting is.
 *
 * @throws NotFound when the task is not there or not visible
 */
export async function readDueDay({ rootId, subjectId, principals }: DueDayAsked): Promise<DueDayHistory | null> {
  const { tree } = await readTree(db, rootId, principals)
  const rows = await readTaskRows(rootId)
  const histories = dueDayHistories({ rows, seen: sightOf(principals, tree), calendar: calendarIn(rows) })
  const [asked, ofTask] = [histories.get(subjectId), histories.get(rootId)]
  const isOfTask = asked?.withTask && asked.dueOn === ofTask?.dueOn && asked.dueHour === ofTask.dueHour
  return (isOfTask ? ofTask : asked) ?? null
}
