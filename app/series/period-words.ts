import type { Translate } from '#app/i18n/translator.ts'
import { numberIn, type Period } from '#workflows/calendar/periods.ts'

const ROMAN = ['I', 'II', 'III', 'IV'] as const

/** A period as the office writes it: tháng 11/2026, quý IV/2026, 6 tháng đầu năm 2026, năm 2026. */
export function periodWords(t: Translate, period: Period): string {
  const { kind, year, number } = numberIn(period)
  switch (kind) {
    case 'MONTH':
      return t('series:period.month', { number: String(number).padStart(2, '0'), year: String(year) })
    case 'QUARTER':
      return t('series:period.quarter', { number: ROMAN[number - 1]!, year: String(year) })
    case 'HALF_YEAR':
      return t(number === 1 ? 'series:period.firstHalf' : 'series:period.secondHalf', { year: String(year) })
    case 'YEAR':
      return t('series:period.year', { year: String(year) })
  }
}
