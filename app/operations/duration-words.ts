import { formatNumber } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length of time in its largest fitting unit: 40 ms, 3 s, 12 min, 5 h, 4 days. */
export function durationWords(t: Translate, milliseconds: number): string {
  const count = (unit: number) => formatNumber(Math.floor(milliseconds / unit))
  if (milliseconds < SECOND) return t('operations:duration.milliseconds', { number: formatNumber(milliseconds) })
  if (milliseconds < MINUTE) return t('operations:duration.seconds', { number: count(SECOND) })
  if (milliseconds < HOUR) return t('operations:duration.minutes', { number: count(MINUTE) })
  if (milliseconds < 2 * DAY) return t('operations:duration.hours', { number: count(HOUR) })
  return t('operations:duration.days', { number: count(DAY) })
}
