/**
 * Dates and numbers as the office writes them, in either language: dd/MM/yyyy, 24 hours, 1.234,5.
 * A moment is always shown in the office's zone, whatever zone the server or the browser stands in.
 */
import { OFFICE_ZONE } from '#app/platform/office-zone.ts'

const momentParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: OFFICE_ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const numbers = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })

/** '2026-11-22' as 22/11/2026. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

/** A moment as 22/11/2026 15:04, in the office's zone. */
export function formatMoment(moment: Date): string {
  const part = partsOf(moment)
  return `${part('day')}/${part('month')}/${part('year')} ${part('hour')}:${part('minute')}`
}

/** 1234.5 as 1.234,5. */
export function formatNumber(value: number): string {
  return numbers.format(value)
}

/** A size in bytes as 1,2 MB. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB']
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const size = bytes / 1000 ** power
  return `${formatNumber(Math.round(size * 10) / 10)} ${units[power]}`
}

function partsOf(moment: Date): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = momentParts.formatToParts(moment)
  return (type) => parts.find((part) => part.type === type)?.value ?? ''
}
