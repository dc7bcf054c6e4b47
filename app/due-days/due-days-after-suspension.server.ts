import { readWorkingCalendar } from '#app/deadlines/working-calendar.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { dueRuleSchema } from '#workflows/calendar/due-rule.ts'
import { dueDayAfterSuspension } from '#workflows/calendar/suspension.ts'
import { assignmentsOf, taskOf, type Tree } from '#workflows/tree.ts'

/**
 * What each due day of a suspended task becomes when it runs again, by days of its rule's kind. All parts move by the kind of the
 * task: counted otherwise, one might come to be due after the task itself. Nothing where the day was said, which moves by all days.
 */
export async function dueDaysAfterSuspension(
  tx: Transaction,
  tree: Tree,
  today: Day,
): Promise<{ laterDays?: Record<Day, Day> }> {
  const { id, record, context } = taskOf(tree)
  const { suspendedOn } = context
  const [row] = await tx.$queryRaw<{ dueRule: unknown }[]>`
    select due_rule as "dueRule" from task where id = ${id}::uuid`
  if (!row?.dueRule || !suspendedOn) return {}
  const rule = dueRuleSchema.parse(row.dueRule)
  const days = [record, ...assignmentsOf(tree).map((part) => part.record)].flatMap(({ dueOn }) => dueOn ?? [])
  const firstDay = [suspendedOn, ...days].sort()[0]!
  const calendar = await readWorkingCalendar(tx, record.organId, firstDay)
  const suspension = { suspendedOn, resumedOn: today }
  return {
    laterDays: Object.fromEntries(days.map((day) => [day, dueDayAfterSuspension(rule, day, suspension, calendar)])),
  }
}
