import type { Day } from '#workflows/calendar/day.ts'
import { z } from 'zod'

/** dd/MM/yyyy, as the office writes it, or yyyy-MM-dd; undefined when it is no day of the calendar. */
export function typedDay(text: string): Day | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const written = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  return z.iso.date().safeParse(written).data
}
