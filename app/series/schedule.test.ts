import { describe, expect, it } from 'vitest'
import type { AnnouncedDay } from '#workflows/calendar/working-calendar.ts'
import { nextPeriodOf, periodDueToOpen, periodsAhead, type Schedule } from './schedule.ts'

const monthly: Schedule = {
  firstPeriod: '2026-11',
  lastPeriod: '2027-01',
  lastOpened: null,
  dueAfterDays: 3,
  opensBeforeDays: 10,
}
const calendar = { daysOff: new Map<string, AnnouncedDay>(), makeUpDays: new Map<string, AnnouncedDay>() }

describe('the next period', () => {
  it('is the first while none was opened, then the one after the last opened, and none after the last', () => {
    expect(nextPeriodOf(monthly)).toBe('2026-11')
    expect(nextPeriodOf({ ...monthly, lastOpened: '2026-12' })).toBe('2027-01')
    expect(nextPeriodOf({ ...monthly, lastOpened: '2027-01' })).toBeNull()
    expect(nextPeriodOf({ ...monthly, lastPeriod: null, lastOpened: '2027-01' })).toBe('2027-02')
  })

  it('is opened so many days before its data close, and not a day earlier', () => {
    expect(periodDueToOpen(monthly, '2026-11-03')).toBeNull()
    expect(periodDueToOpen(monthly, '2026-11-04')).toBe('2026-11')
  })

  it('is the oldest of those that were missed', () => {
    expect(periodDueToOpen(monthly, '2027-06-01')).toBe('2026-11')
    expect(periodDueToOpen({ ...monthly, lastOpened: '2026-11' }, '2027-06-01')).toBe('2026-12')
  })
})

describe('a period ahead', () => {
  it('is due so many days after its data close, and on the next working day where that is a day off', () => {
    const [november, december] = periodsAhead(monthly, calendar, 2)
    expect(november).toEqual({
      period: '2026-11',
      from: '2026-10-15',
      closesOn: '2026-11-14',
      opensOn: '2026-11-04',
      dueOn: '2026-11-17',
    })
    // 17 December 2026 is a Thursday, announced as a day off.
    expect(december!.dueOn).toBe('2026-12-17')
    const announced = { day: '2026-12-17', source: 'Thông báo' }
    const [, moved] = periodsAhead(monthly, { ...calendar, daysOff: new Map([['2026-12-17', announced]]) }, 2)
    expect(moved!.dueOn).toBe('2026-12-18')
  })

  it('due on the closing day itself waits for a working day too', () => {
    // 14 November 2026 is a Saturday.
    expect(periodsAhead({ ...monthly, dueAfterDays: 0 }, calendar, 1)[0]!.dueOn).toBe('2026-11-16')
  })

  it('ends with the last', () => {
    expect(periodsAhead(monthly, calendar, 10).map(({ period }) => period)).toEqual(['2026-11', '2026-12', '2027-01'])
  })
})
