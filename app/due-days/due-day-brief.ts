import { dayWords, restWords } from '#app/deadlines/derivation-words.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { type Day, daysBetween } from '#workflows/calendar/day.ts'
import type { DerivedRun } from './derivation-runs.ts'
import type { DueDayChange, DueDayHistory } from './due-day-history.ts'
import { dueDayHistoryWords } from './due-day-history-words.ts'

/** So many weekends are named; of more it is said how many days they are. */
const MOST_WEEKENDS_NAMED = 2

/**
 * How a due day came about in a line or two, for where there is no room to open it and no saying who reads along: the event, the
 * rule, what was passed over, each change; nobody's name.
 */
export function dueDayBrief(history: DueDayHistory, t: Translate): string[] {
  const { start, counted, changes, dueOn } = history
  const firstDay = changes.length > 0 ? changes[0]!.from : dueOn
  const from = t(`notices:why.start.${start.event}`, { day: formatDay(start.on) })
  const rule = [dueDayHistoryWords(history, t)[1]!.words, ...(counted ? passedOver(counted.runs, t) : [])].join('; ')
  return [
    t('notices:why.comesTo', { start: from, rule, day: dayOrNone(firstDay, t) }),
    ...changes.map((change) => changeWords(change, t)),
  ]
}

/** What is not the due day and does not count. */
function passedOver(runs: DerivedRun[], t: Translate): string[] {
  const passed = runs.slice(0, -1).filter(({ counts, rest }) => counts === null && rest !== null)
  const weekends = passed.filter(({ rest }) => rest === 'weekend')
  const named = weekends.length > MOST_WEEKENDS_NAMED ? passed.filter(({ rest }) => rest !== 'weekend') : passed
  const days = weekends.reduce((sum, { first, last }) => sum + daysBetween(first, last) + 1, 0)
  const words = [
    ...(named.length < passed.length ? [t('notices:why.weekendDays', { days: formatNumber(days) })] : []),
    ...named.map(({ first, last, rest }) =>
      t('notices:why.named', { days: daysWords(first, last, t), rest: restWords(rest!, t) }),
    ),
  ]
  return words.length > 0 ? [t('notices:why.passedOver', { days: words.join(', ') })] : []
}

function daysWords(first: Day, last: Day, t: Translate): string {
  if (first === last) return dayWords(first, t)
  return t('calendar:history.days', { first: dayWords(first, t), last: dayWords(last, t) })
}

const toldEvents = ['changeDueDay', 'grant', 'resume', 'reopen', 'calendarChanged'] as const

function changeWords({ event, on, from, to }: DueDayChange, t: Translate): string {
  const told = toldEvents.find((each) => each === event) ?? 'other'
  const days = { from: dayOrNone(from, t), to: dayOrNone(to, t) }
  return on
    ? t(`notices:why.change.${told}`, { ...days, on: formatDay(on) })
    : t('calendar:history.change.untold', days)
}

function dayOrNone(day: Day | null, t: Translate): string {
  return day ? dayWords(day, t) : t('calendar:history.openEnded')
}
