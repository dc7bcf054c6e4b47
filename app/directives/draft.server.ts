import { fromDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { Principal } from '#workflows/actor.ts'

/** A draft as its form shows it. @throws NotFound when it is not there or not visible */
export async function readDraft(taskId: string, principals: Principal[]) {
  const task = await db.task.findFirst({
    where: { id: taskId, subject: { participants: { some: { principal: { in: principals } } } } },
    include: { subject: { include: { deadline: true } } },
  })
  if (!task) throw new NotFound()
  const { content, expectedProduct, leadUnitId, urgency, directingLeaderId, followerId, namedPersonIds, subject } = task
  return {
    content,
    expectedProduct: expectedProduct ?? '',
    leadUnitId,
    urgency,
    directingLeaderId,
    followerId,
    restricted: subject.restricted,
    namedPersonIds,
    dueOn: subject.deadline ? fromDayColumn(subject.deadline.dueOn) : '',
    openEnded: subject.deadline === null,
  }
}
