import HolidaysOfCountries from 'date-holidays'
import { describe, expect, it } from 'vitest'
import type { Day } from '#workflows/calendar/day.ts'
import { isWeekend } from '#workflows/calendar/day.ts'
import { type HolidayOff, publicHolidaysOf } from '#workflows/calendar/public-holidays.ts'
import { vietnameseLunarCalendar } from './lunar-calendar.server.ts'

const YEARS = Array.from({ length: 12 }, (_, index) => 2024 + index)
const offIn = (year: number) => publicHolidaysOf(year, vietnameseLunarCalendar, new Set())

/** First day of the lunar year, and 10/3 of it, as almanacs have them. */
it.each([
  [2024, '2024-02-10', '2024-04-18'],
  [2025, '2025-01-29', '2025-04-07'],
  [2026, '2026-02-17', '2026-04-26'],
  [2027, '2027-02-06', '2027-04-16'],
  [2028, '2028-01-26', '2028-04-04'],
  [2029, '2029-02-13', '2029-04-23'],
  [2030, '2030-02-02', '2030-04-12'],
  [2031, '2031-01-23', '2031-04-01'],
  [2032, '2032-02-11', '2032-04-19'],
  [2033, '2033-01-31', '2033-04-09'],
  [2034, '2034-02-19', '2034-04-28'],
  [2035, '2035-02-08', '2035-04-17'],
])('the lunar year of %i begins on %s, and its 10/3 is %s', (year, newYear, hungKings) => {
  expect(vietnameseLunarCalendar.newYear(year)).toBe(newYear)
  expect(vietnameseLunarCalendar.dayIn(year, 3, 10)).toBe(hungKings)
})

it('is a day earlier than the Chinese calendar in 2007 and 2030, when the new moon fell between both midnights', () => {
  expect(vietnameseLunarCalendar.newYear(2007)).toBe('2007-02-17')
  expect(vietnameseLunarCalendar.newYear(2030)).toBe('2030-02-02')
})

describe('the days off by law', () => {
  it('make up for a holiday on a weekend on the next working day', () => {
    expect(offIn(2026).filter(({ holiday }) => holiday === 'hungKings')).toMatchObject([
      { day: '2026-04-26', insteadOf: null },
      { day: '2026-04-27', insteadOf: '2026-04-26', source: 'Bộ luật Lao động 2019, Điều 111 khoản 3' },
    ])
  })

  it('put one after the other what makes up for a Saturday and a Sunday of Tết', () => {
    const madeUp = offIn(2027).filter(({ holiday, insteadOf }) => holiday === 'lunarNewYear' && insteadOf)
    expect(madeUp.map(({ day, insteadOf }) => [insteadOf, day])).toEqual([
      ['2027-02-06', '2027-02-10'],
      ['2027-02-07', '2027-02-11'],
    ])
  })

  it('have the Day of Vietnamese Culture from 2026 on', () => {
    expect(offIn(2025).some(({ holiday }) => holiday === 'vietnameseCulture')).toBe(false)
    expect(offIn(2026).find(({ holiday }) => holiday === 'vietnameseCulture')?.day).toBe('2026-11-24')
  })

  it.each(YEARS)('give %i its 11 or 12 days, all on days that would be worked', (year) => {
    const worked = offIn(year).filter(({ day }) => !isWeekend(day))
    expect(worked).toHaveLength(year < 2026 ? 11 : 12)
    expect(new Set(worked.map(({ day }) => day)).size).toBe(worked.length)
  })

  it('leave out what an announcement has named', () => {
    const announced = publicHolidaysOf(2026, vietnameseLunarCalendar, new Set(['lunarNewYear']))
    expect(announced.some(({ holiday }) => holiday === 'lunarNewYear')).toBe(false)
    expect(announced).toHaveLength(offIn(2026).length - 5)
  })
})

/**
 * What the library does not have: the second day of the National Day, the days that make up for a weekend (its rules for Vietnam
 * name none), and the holiday that began in 2026.
 */
const unknownToLibrary = ({ holiday, insteadOf, isExpected }: HolidayOff) =>
  insteadOf !== null || holiday === 'vietnameseCulture' || (holiday === 'nationalDay' && isExpected)

it.each(YEARS)('are in %i those of the library date-holidays, but for what it does not have', (year) => {
  const ours = offIn(year).filter((off) => !unknownToLibrary(off))
  expect(ours.map(({ day }) => day)).toEqual(libraryDays(year))
})

function libraryDays(year: number): Day[] {
  const days = new HolidaysOfCountries('VN', { timezone: 'Asia/Ho_Chi_Minh' })
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .flatMap(({ date, start, end }) => {
      const length = Math.round((end.getTime() - start.getTime()) / 86_400_000)
      return Array.from({ length }, (_, index) => dayOf(date.slice(0, 10), index))
    })
  return [...new Set(days)].sort()
}

function dayOf(day: Day, later: number): Day {
  return new Date(Date.parse(day) + later * 86_400_000).toISOString().slice(0, 10)
}
