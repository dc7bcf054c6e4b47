import type { Day } from '../calendar/day.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { type ReminderRule, type Stage, stageKey } from './policy.ts'
import { dueStages, type RemindedItem, stageDay } from './stages.ts'

/** Work as it went: from being given until it was settled, if it was. */
export interface PastItem extends RemindedItem {
  settledOn: Day | null
}

/** What a rule would have told of an item from a day to another, had it been looked through on each of them. */
export function wouldHaveTold(
  rule: ReminderRule,
  item: PastItem,
  { from, to, calendar }: { from: Day; to: Day; calendar: WorkingCalendar },
): Stage[] {
  const told = new Set<string>()
  const days = new Set(rule.stages.map((stage) => stageDay(stage, item, calendar)))
  return [...days].toSorted().flatMap((today) => {
    if (today < item.openedOn || today > to || (item.settledOn !== null && item.settledOn <= today)) return []
    const { tell, passedOver } = dueStages(rule, item, { told, today, calendar })
    for (const stage of [...passedOver, ...tell]) told.add(stageKey(stage))
    return today >= from ? tell : []
  })
}
