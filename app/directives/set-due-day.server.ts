import { holdCalendar } from '#app/deadlines/calendar-lock.server.ts'
import { readWorkingCalendar } from '#app/deadlines/working-calendar.server.ts'
import { officeTime } from '#app/platform/clock.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { deriveDueDay, dueRuleSchema } from '#workflows/calendar/due-rule.ts'

/**
 * Sets the due day of a task that is being issued, and its hour, where its rule counts from this moment, and no later one for its supporters.
 *
 * @returns false where the day was said beforehand and nothing changes
 */
export async function setDueDay(tx: Transaction, taskId: string, issuedAt: Date): Promise<boolean> {
  const [task] = await tx.$queryRaw<{ dueRule: unknown; organId: string }[]>`
    select task.due_rule as "dueRule", subject.organ_id as "organId"
    from task join subject on subject.id = task.id where task.id = ${taskId}::uuid`
  if (!task?.dueRule) return false
  const rule = dueRuleSchema.parse(task.dueRule)
  await holdCalendar(tx, task.organId)
  const { today, hour } = officeTime(issuedAt)
  const calendar = await readWorkingCalendar(tx, task.organId, today)
  const { dueOn, dueHour } = deriveDueDay(rule, today, calendar, hour)
  await tx.$executeRaw`
    with supporting as (
      update task_supporter set due_on = least(due_on, ${dueOn}::date) where task_id = ${taskId}::uuid
    )
    insert into deadline (subject_id, rule, due_on, due_hour)
    select ${taskId}::uuid, ${JSON.stringify(rule)}::jsonb, ${dueOn}::date, ${dueHour}::text where ${dueOn}::date is not null
    on conflict (subject_id) do update set rule = excluded.rule, due_on = excluded.due_on, due_hour = excluded.due_hour`
  return true
}
