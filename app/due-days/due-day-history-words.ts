import { doerWords } from '#app/absences/doer-words.ts'
import { dayWords, dueDayWords, ruleWords, runWords } from '#app/deadlines/derivation-words.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import type { DerivedRun } from './derivation-runs.ts'
import type { CountedDays, DueDayChange, DueDayHistory, DueDayStart, Suspended } from './due-day-history.ts'

/** A line of the explanation, with the days that stand under it. */
export interface ExplainedLine {
  words: string
  days: { day: string; words: string }[]
}

/** How a due day came about, line by line; the last one is the day. The page and the command say the same. */
export function dueDayHistoryWords(history: DueDayHistory, t: Translate): ExplainedLine[] {
  return [
    plain(startWords(history.start, t)),
    basisLine(history, t),
    ...history.changes.flatMap((change) => changeLines(change, t)),
    plain(t('calendar:history.result', { day: dueDayWords({ day: history.dueOn, hour: history.dueHour }, t) })),
  ]
}

function plain(words: string): ExplainedLine {
  return { words, days: [] }
}

function startWords({ event, on, by }: DueDayStart, t: Translate): string {
  return t(`calendar:history.start.${event}`, { day: dayWords(on, t), by: by ? doerWords(t, by) : '' })
}

function basisLine({ counted, rule, set, withTask }: DueDayHistory, t: Translate): ExplainedLine {
  if (counted) return countedLine(counted, t)
  const days = runLines(set, t)
  if (withTask) return { words: t('calendar:history.withTask'), days }
  if (!rule) return { words: t('calendar:history.set'), days }
  return {
    words: t('calendar:history.formerCalendar', { rule: ruleWords(rule.rule, rule.from, t, rule.fromHour) }),
    days,
  }
}

function countedLine({ rule, from, fromHour, runs }: CountedDays, t: Translate): ExplainedLine {
  return { words: ruleWords(rule, from, t, fromHour), days: runLines(runs, t) }
}

function runLines(runs: DerivedRun[], t: Translate) {
  return runs.map((run, index) => {
    const first = dayWords(run.first, t)
    const day = run.first === run.last ? first : t('calendar:history.days', { first, last: dayWords(run.last, t) })
    return { day, words: runWords({ ...run, isLast: index === runs.length - 1 }, t) }
  })
}

const toldEvents = ['changeDueDay', 'grant', 'resume', 'reopen', 'calendarChanged'] as const

function changeLines(
  { from, to, hours, event, on, by, suspended, counted }: DueDayChange,
  t: Translate,
): ExplainedLine[] {
  const days = { from: dueOrNone(from, hours?.from, t), to: dueOrNone(to, hours?.to, t) }
  if (!event || !on || !by) return [plain(t('calendar:history.change.untold', days))]
  const told = toldEvents.find((each) => each === event) ?? 'other'
  return [
    ...(suspended ? [plain(suspendedWords(suspended, t))] : []),
    plain(t(`calendar:history.change.${told}`, { ...days, on: formatDay(on), by: doerWords(t, by) })),
    ...(counted ? [countedLine(counted, t)] : []),
  ]
}

function suspendedWords({ suspendedOn, resumedOn, days, working }: Suspended, t: Translate): string {
  const between = { from: dayWords(suspendedOn, t), to: dayWords(resumedOn, t) }
  if (days === null) return t('calendar:history.suspended', between)
  return t(working ? 'calendar:history.suspendedWorkingDays' : 'calendar:history.suspendedDays', { ...between, days })
}

function dueOrNone(day: Day | null, hour: Hour | null | undefined, t: Translate): string {
  return day ? dueDayWords({ day, hour }, t) : t('calendar:history.openEnded')
}
