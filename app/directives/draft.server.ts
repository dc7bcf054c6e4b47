import { fromDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { Principal } from '#workflows/actor.ts'
import { dueRuleSchema } from '#workflows/calendar/due-rule.ts'

/** A draft as its form shows it. @throws NotFound when it is not there or not visible */
export async function readDraft(taskId: string, principals: Principal[]) {
  const task = await db.task.findFirst({
    where: { id: taskId, subject: { participants: { some: { principal: { in: principals } } } } },
    include: { subject: { include: { deadline: true } }, supporters: true },
  })
  if (!task) throw new NotFound()
  const { content, expectedProduct, leadUnitId, urgency, directingLeaderId, followerId, namedPersonIds, subject } = task
  const rule = dueRuleSchema.nullable().parse(task.dueRule)
  return {
    content,
    expectedProduct: expectedProduct ?? '',
    leadUnitId,
    urgency,
    field: task.field ?? '',
    directingLeaderId,
    followerId,
    restricted: subject.restricted,
    namedPersonIds,
    dueOn: subject.deadline ? fromDayColumn(subject.deadline.dueOn) : '',
    ...(subject.deadline?.dueHour ? { dueHour: subject.deadline.dueHour } : {}),
    dueKind: rule?.kind === 'BEFORE_DAY' ? 'BEFORE_OUTER_DAY' : (rule?.kind ?? 'FIXED_DAY'),
    ...(rule && 'days' in rule ? { dueDays: rule.days } : {}),
    ...(rule?.kind === 'HOURS' ? { dueHours: rule.hours } : {}),
    ...(task.outerDueOn ? { outerDueOn: fromDayColumn(task.outerDueOn) } : {}),
    openEnded: subject.deadline === null && rule === null,
    supporters: task.supporters.map(({ unitId, dueOn }) => ({
      unitId,
      ...(dueOn ? { dueOn: fromDayColumn(dueOn) } : {}),
    })),
  }
}
