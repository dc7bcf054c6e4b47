import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { isWorkingDay } from '#workflows/calendar/working-calendar.ts'
import { readWorkingCalendar } from './working-calendar.server.ts'

test('what was announced goes before what the law’s rules expect, in its year and its organ alone', async () => {
  const { organId } = (await demoOffice()).actor('chunhiem')
  const expected = await readWorkingCalendar(db, organId, '2031-06-01')
  for (const day of ['2031-01-22', '2031-01-24']) expect(isWorkingDay(expected, day)).toBe(false)

  // The Tết of 2031 as an announcement might choose it: two days before, three from the first, and a Saturday worked for another day.
  const off = ['2031-01-21', '2031-01-22', '2031-01-23', '2031-01-24', '2031-01-27']
  const row = { organId, holiday: 'lunarNewYear', source: 'Thông báo 9/TB-BNV' }
  await db.calendarDay.createMany({
    data: [
      ...off.map((day) => ({ ...row, kind: 'OFF' as const, day: new Date(day) })),
      { organId, kind: 'OFF', day: new Date('2031-01-28'), source: 'Thông báo 9/TB-BNV' },
      { organId, kind: 'MAKE_UP', day: new Date('2031-02-08'), source: 'Thông báo 9/TB-BNV' },
    ],
  })
  const announced = await readWorkingCalendar(db, organId, '2031-06-01')
  const restingBefore = ['2031-01-21', '2031-01-22', '2031-01-23', '2031-01-24', '2031-01-27', '2031-01-28']
  for (const day of restingBefore) expect(isWorkingDay(announced, day), day).toBe(false)
  expect(isWorkingDay(announced, '2031-01-29')).toBe(true)
  expect(isWorkingDay(announced, '2031-02-08')).toBe(true)
  expect(announced.daysOff.get('2031-01-21')).toEqual({ day: '2031-01-21', source: 'Thông báo 9/TB-BNV' })
  // The next Tết is still the one the rule expects.
  expect(announced.daysOff.get('2032-02-11')).toMatchObject({ holiday: 'lunarNewYear', isExpected: true })
})
