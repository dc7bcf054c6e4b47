import { type Day, daysAfter } from './day.ts'
import { type Month, monthsAfter } from './month.ts'

export const periodKinds = ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** A period that is reported on: 2026-11, 2026-Q4, 2026-H2 or 2026. Those of one kind compare as text. */
export type Period = string

/** From the first day whose data go into a report to the day they close. */
export interface DataPeriod {
  from: Day
  to: Day
}

interface ClosingRule {
  /** The first month whose data close by this rule. */
  since: Month
  /** The day of a period's last month on which its data close; the next period's begin on the day after. */
  closingDay: number
  /** What the rule stands on, to be named where it is shown. */
  source: string
}

/**
 * When the data of periodic reports close, as law and office have it in their time; the law changes, and then a line is added here.
 * The article has still to be checked against the text in force.
 */
const closingRules: readonly [ClosingRule, ...ClosingRule[]] = [
  { since: '2019-03', closingDay: 14, source: '09/2019/NĐ-CP' },
]

const MONTHS: Record<PeriodKind, number> = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 }

/** The data of a period. @throws RangeError where the text is no period */
export function dataOf(period: Period): DataPeriod {
  const { kind, lastMonth } = read(period)
  return { from: daysAfter(closingDayOf(monthsAfter(lastMonth, -MONTHS[kind])), 1), to: closingDayOf(lastMonth) }
}

/** The period of a kind into whose report the data of a day go. */
export function periodOf(kind: PeriodKind, day: Day): Period {
  const reported = reportedMonth(day)
  const monthOfYear = Number(reported.slice(5))
  return written(kind, monthsAfter(reported, MONTHS[kind] - 1 - ((monthOfYear - 1) % MONTHS[kind])))
}

export function periodAfter(period: Period): Period {
  const { kind, lastMonth } = read(period)
  return written(kind, monthsAfter(lastMonth, MONTHS[kind]))
}

/** Null for what is no period. */
export function periodKindOf(text: string): PeriodKind | null {
  return patterns.find(({ pattern }) => pattern.test(text))?.kind ?? null
}

/** The month whose report a day's data go into. */
export function reportedMonth(day: Day): Month {
  const month = day.slice(0, 7)
  return day > closingDayOf(month) ? monthsAfter(month, 1) : month
}

/** On what the closing day of a period stands. */
export function closingSourceOf(period: Period): string {
  return closingRuleIn(read(period).lastMonth).source
}

/** Of a period its year and its number in it: of a year that is 1. */
export function numberIn(period: Period): { kind: PeriodKind; year: number; number: number } {
  const { kind, lastMonth } = read(period)
  return { kind, year: Number(lastMonth.slice(0, 4)), number: Number(lastMonth.slice(5)) / MONTHS[kind] }
}

const patterns: { kind: PeriodKind; pattern: RegExp }[] = [
  { kind: 'MONTH', pattern: /^\d{4}-(0[1-9]|1[0-2])$/ },
  { kind: 'QUARTER', pattern: /^\d{4}-Q[1-4]$/ },
  { kind: 'HALF_YEAR', pattern: /^\d{4}-H[12]$/ },
  { kind: 'YEAR', pattern: /^\d{4}$/ },
]

function read(period: Period): { kind: PeriodKind; lastMonth: Month } {
  const kind = periodKindOf(period)
  if (!kind) throw new RangeError(`${period} is no period`)
  const year = period.slice(0, 4)
  const number = kind === 'YEAR' ? 1 : Number(period.slice(kind === 'MONTH' ? 5 : 6))
  return { kind, lastMonth: `${year}-${String(number * MONTHS[kind]).padStart(2, '0')}` }
}

function written(kind: PeriodKind, lastMonth: Month): Period {
  const year = lastMonth.slice(0, 4)
  const number = Number(lastMonth.slice(5)) / MONTHS[kind]
  switch (kind) {
    case 'MONTH':
      return lastMonth
    case 'QUARTER':
      return `${year}-Q${number}`
    case 'HALF_YEAR':
      return `${year}-H${number}`
    case 'YEAR':
      return year
  }
}

function closingDayOf(month: Month): Day {
  return `${month}-${String(closingRuleIn(month).closingDay).padStart(2, '0')}`
}

/** What closed before the first rule is counted by it too: nothing else is known. */
function closingRuleIn(month: Month): ClosingRule {
  return closingRules.findLast(({ since }) => since <= month) ?? closingRules[0]
}
