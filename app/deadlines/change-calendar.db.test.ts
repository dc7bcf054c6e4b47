import { v7 as newId } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { type CalendarEdit, daysOf, newDaysSchema } from './calendar-forms.ts'
import { lookAtEdit } from './calendar-look.server.ts'
import { readCalendarYear } from './calendar-year.server.ts'
import { changeCalendar } from './change-calendar.server.ts'
import type { AnnouncedRow } from './working-calendar.server.ts'

const at = new Date('2026-11-23T01:00:00Z')
const NOTICE = 'Thông báo 9/TB-BNV'
let office: DemoOffice

beforeAll(async () => {
  office = await demoOffice()
})

describe('an announced day', () => {
  test('is added, changed and removed, each with a line in the audit log', async () => {
    await change({ put: [off('2028-05-29')] })
    await change({ put: [{ ...off('2028-05-29'), source: 'Thông báo 10/TB-BNV' }], mayReplace: true })
    expect((await readCalendarYear(office.organId, 2028)).announced).toEqual([
      { ...off('2028-05-29'), source: 'Thông báo 10/TB-BNV' },
    ])
    await change({ removed: ['2028-05-29'] })
    expect((await readCalendarYear(office.organId, 2028)).announced).toEqual([])
    const entries = await db.auditEntry.findMany({
      where: { kind: { startsWith: 'calendarDay' } },
      orderBy: { at: 'asc' },
    })
    expect(entries.map(({ kind, details }) => [kind, details])).toEqual([
      ['calendarDayAnnounced', { day: '2028-05-29', dayKind: 'OFF', source: NOTICE, holiday: null }],
      [
        'calendarDayChanged',
        { day: '2028-05-29', dayKind: 'OFF', source: 'Thông báo 10/TB-BNV', holiday: null, before: NOTICE },
      ],
      ['calendarDayRemoved', { day: '2028-05-29', dayKind: 'OFF', source: 'Thông báo 10/TB-BNV', holiday: null }],
    ])
  })

  test('of the holiday whose days are chosen takes the place of those the law expects', async () => {
    const { law: before } = await readCalendarYear(office.organId, 2029)
    expect(before.filter(({ isExpected, isReplaced }) => isExpected && !isReplaced)).toHaveLength(6)
    await change({ put: [{ ...off('2029-02-13'), holiday: 'lunarNewYear' }] })
    const { law, marked } = await readCalendarYear(office.organId, 2029)
    expect(law.filter(({ isReplaced }) => isReplaced).map(({ holiday }) => holiday)).toEqual(
      Array.from({ length: 5 }, () => 'lunarNewYear'),
    )
    expect(marked.filter(({ holiday }) => holiday === 'lunarNewYear')).toEqual([
      { day: '2029-02-13', mark: 'off', holiday: 'lunarNewYear' },
    ])
  })

  test('of a holiday whose other days are forgotten is told with those that are worked then', async () => {
    const act = { by: office.actor('quantri'), address: null, at }
    const edit = { put: [{ ...off('2030-02-04'), holiday: 'lunarNewYear' as const }], removed: [], mayReplace: false }
    const { follow } = await lookAtEdit({ ...act, edit })
    // The first of the year is a Saturday, 2 February; the days of its weekend are made up for.
    expect(follow).toEqual({ worked: ['2030-02-01', '2030-02-05', '2030-02-06', '2030-02-07'], off: [] })
    const others = follow.worked.map((day) => ({ ...off(day), holiday: 'lunarNewYear' as const }))
    const whole = await lookAtEdit({ ...act, edit: { ...edit, put: [...edit.put, ...others] } })
    expect(whole.follow).toEqual({ worked: [], off: [] })
  })

  test.each<[string, AnnouncedRow, string]>([
    ['a make-up day on a plain weekday', { ...off('2027-03-17'), kind: 'MAKE_UP' }, 'isWorkedAnyway'],
    ['a day off on a weekend', off('2027-03-20'), 'isWeekend'],
    ['a day off on a public holiday', off('2027-04-30'), 'isHoliday'],
    ['a day off on an expected one, of no holiday', off('2027-02-08'), 'isHoliday'],
    ['a day of one holiday on another', { ...off('2027-04-30'), holiday: 'lunarNewYear' }, 'isOffForAnother'],
    ['a day of long ago', off('2019-03-18'), 'yearIsOutside'],
  ])('is refused in words: %s', async (_, day, code) => {
    await expect(change({ put: [off('2027-03-18'), day] })).rejects.toMatchObject({
      code: `workingCalendar:fault.${code}`,
    })
    expect((await readCalendarYear(office.organId, 2027)).announced).toEqual([])
  })

  test('that is announced already is not added once more', async () => {
    await change({ put: [off('2028-06-26')] })
    await expect(change({ put: [off('2028-06-26')] })).rejects.toMatchObject({
      code: 'workingCalendar:fault.announcedAlready',
    })
  })

  test('is the matter of administrators alone, and of their own organ', async () => {
    const act = { by: office.actor('tonghop1'), address: null, at, edit: edit({ put: [off('2028-07-03')] }) }
    for (const asked of [lookAtEdit(act), changeCalendar({ ...act, seen: '', requestKey: newId() })]) {
      await expect(asked).rejects.toMatchObject({ code: 'organisation:errors.adminOnly' })
    }
  })
})

describe('a span of days off', () => {
  test.each([
    ['leaves weekends out', null, ['2028-05-19', '2028-05-22']],
    ['has them as days of a holiday', 'lunarNewYear', ['2028-05-19', '2028-05-20', '2028-05-21', '2028-05-22']],
  ])('%s', (_, holiday, days) => {
    const said = { kind: 'OFF', source: NOTICE, from: '2028-05-19', to: '2028-05-22', holiday }
    expect(daysOf(newDaysSchema.parse(said)).map(({ day }) => day)).toEqual(days)
  })

  test.each([
    [{ to: '2028-05-18' }, 'endsBeforeItBegins'],
    [{ to: '2028-07-18' }, 'spanTooLong'],
    [{ to: '2028-05-20', kind: 'MAKE_UP' }, 'makeUpDayByDay'],
  ])('cannot be %o', (changes, code) => {
    const { error } = newDaysSchema.safeParse({ kind: 'OFF', source: NOTICE, from: '2028-05-19', ...changes })
    expect(error?.issues.map(({ message }) => message)).toEqual([`workingCalendar:fault.${code}`])
  })
})

function off(day: string): AnnouncedRow {
  return { day, kind: 'OFF', source: NOTICE, holiday: null }
}

function edit(changes: Partial<CalendarEdit>): CalendarEdit {
  return { put: [], removed: [], mayReplace: false, ...changes }
}

async function change(changes: Partial<CalendarEdit>) {
  const act = { by: office.actor('quantri'), address: null, at, edit: edit(changes) }
  return changeCalendar({ ...act, ...(await lookAtEdit(act)) })
}
