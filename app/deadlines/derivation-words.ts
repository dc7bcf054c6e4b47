import { formatDay } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Derivation, DerivedDay, DueRule } from '#workflows/calendar/due-rule.ts'
import type { Rest } from '#workflows/calendar/working-calendar.ts'

/** A due day explained: the rule, then every day that was looked at and what became of it. */
export interface DerivationWords {
  rule: string
  days: { day: string; words: string }[]
}

export function derivationWords({ rule, from, days }: Derivation, t: Translate): DerivationWords {
  return {
    rule: ruleWords(rule, from, t),
    days: days.map((day, index) => ({ day: dayWords(day.day, t), words: wordsOf(day, t, index === days.length - 1) })),
  }
}

function ruleWords(rule: DueRule, from: Day, t: Translate): string {
  if (rule.kind === 'BEFORE_DAY') {
    const { days, day, working } = rule
    return t(working ? 'calendar:rule.BEFORE_DAY_WORKING' : 'calendar:rule.BEFORE_DAY', {
      days,
      from: dayWords(day, t),
    })
  }
  return t(`calendar:rule.${rule.kind}`, { days: 'days' in rule ? rule.days : 0, from: dayWords(from, t) })
}

function wordsOf({ count, rest }: DerivedDay, t: Translate, isLast: boolean): string {
  if (count !== null) {
    return rest ? t('calendar:countedAtRest', { count, rest: restWords(rest, t) }) : t('calendar:counted', { count })
  }
  if (!rest) return t('calendar:dueDay')
  return t(isLast ? 'calendar:keptAtRest' : 'calendar:passedOver', { rest: restWords(rest, t) })
}

function restWords(rest: Rest, t: Translate): string {
  if (rest === 'weekend') return t('calendar:rest.weekend')
  if (!('holiday' in rest)) return t('calendar:rest.announced', { source: rest.source })
  const { insteadOf, isExpected, source } = rest
  const holiday = t(`calendar:holiday.${rest.holiday}`)
  const words = insteadOf
    ? t('calendar:rest.insteadOf', { holiday, source, day: formatDay(insteadOf) })
    : t('calendar:rest.holiday', { holiday, source })
  return isExpected ? t('calendar:rest.expected', { rest: words }) : words
}

export function dayWords(day: Day, t: Translate): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return t('calendar:day', { weekday: t(`calendar:weekday.${weekday as 0}`), day: formatDay(day) })
}
