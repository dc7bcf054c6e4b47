import { formatDay } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import type { Derivation, DerivedDay, DueRule } from '#workflows/calendar/due-rule.ts'
import type { Rest } from '#workflows/calendar/working-calendar.ts'

/** A due day explained: the rule, then every day that was looked at and what became of it. */
export interface DerivationWords {
  rule: string
  days: { day: string; words: string }[]
}

export function derivationWords({ rule, from, fromHour, days }: Derivation, t: Translate): DerivationWords {
  return {
    rule: ruleWords(rule, from, t, fromHour),
    days: days.map((day, index) => ({ day: dayWords(day.day, t), words: wordsOf(day, t, index === days.length - 1) })),
  }
}

/**
 * @param from null before the work is issued
 * @param fromHour where hours are counted
 */
export function ruleWords(rule: DueRule, from: Day | null, t: Translate, fromHour: Hour | null = null): string {
  if (rule.kind === 'HOURS') {
    const moment = from ? dueDayWords({ day: from, hour: fromHour }, t) : t('calendar:momentOfIssue')
    return t('calendar:rule.HOURS', { hours: rule.hours, from: moment })
  }
  if (rule.kind === 'BEFORE_DAY') {
    const { days, day, working } = rule
    return t(working ? 'calendar:rule.BEFORE_DAY_WORKING' : 'calendar:rule.BEFORE_DAY', {
      days,
      from: dayWords(day, t),
    })
  }
  return t(`calendar:rule.${rule.kind}`, {
    days: 'days' in rule ? rule.days : 0,
    from: from ? dayWords(from, t) : t('calendar:dayOfIssue'),
  })
}

function wordsOf({ count, rest }: DerivedDay, t: Translate, isLast: boolean): string {
  const counts = count === null ? null : { first: count, last: count }
  return runWords({ counts, rest, isLast }, t)
}

interface Run {
  /** The numbers in the count of its first and its last day; null where none counts. */
  counts: { first: number; last: number } | null
  rest: Rest | null
  isLast: boolean
}

/** What became of a day, or of some next to one another that count or rest alike. */
export function runWords({ counts, rest, isLast }: Run, t: Translate): string {
  if (counts) {
    const { first, last } = counts
    const counted = first === last ? t('calendar:counted', { count: first }) : t('calendar:countedTo', { first, last })
    return rest ? t('calendar:countedAtRest', { counted, rest: restWords(rest, t) }) : counted
  }
  if (!rest) return t('calendar:dueDay')
  return t(isLast ? 'calendar:keptAtRest' : 'calendar:passedOver', { rest: restWords(rest, t) })
}

/** Why nobody works on a day. */
export function restWords(rest: Rest, t: Translate): string {
  if (rest === 'weekend') return t('calendar:rest.weekend')
  if (!('holiday' in rest)) return t('calendar:rest.announced', { source: rest.source })
  const { insteadOf, isExpected, source } = rest
  const holiday = t(`calendar:holiday.${rest.holiday}`)
  const words = insteadOf
    ? t('calendar:rest.insteadOf', { holiday, source, day: formatDay(insteadOf) })
    : t('calendar:rest.holiday', { holiday, source })
  return isExpected ? t('calendar:rest.expected', { rest: words }) : words
}

/** A day with its weekday, and with an hour where there is one. */
export function dueDayWords({ day, hour }: { day: Day; hour?: Hour | null | undefined }, t: Translate): string {
  return hour ? t('calendar:dueAtHour', { hour, day: dayWords(day, t) }) : dayWords(day, t)
}

export function dayWords(day: Day, t: Translate): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return t('calendar:day', { weekday: t(`calendar:weekday.${weekday as 0}`), day: formatDay(day) })
}
