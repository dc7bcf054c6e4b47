import { beforeAll, expect, it } from 'vitest'
import { toDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { restKnownOn } from './known-days-off.ts'
import { readKnownDaysOff } from './known-days-off.server.ts'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
  const { organId } = office
  const source = 'Thông báo 9'
  await db.calendarDay.createMany({
    data: [
      { organId, kind: 'OFF', day: toDayColumn('2026-12-02'), source },
      { organId, kind: 'MAKE_UP', day: toDayColumn('2026-12-05'), source },
    ],
  })
})

it.each<[string, string | object | null, string]>([
  ['2026-11-24', { holiday: 'vietnameseCulture' }, 'a holiday by law'],
  ['2026-11-28', 'weekend', 'a Saturday'],
  ['2026-12-02', { source: 'Thông báo 9' }, 'a day that was announced'],
  ['2026-12-05', null, 'a Saturday worked for it'],
  ['2026-11-25', null, 'a Wednesday'],
  ['2026-11-22', null, 'a Sunday that is over'],
  ['0202-01-02', null, 'a year half typed'],
  ['2033-01-01', null, 'what nobody knows yet'],
])('of %s a form says %o: %s', async (day, rest) => {
  const known = await readKnownDaysOff(office.organId, '2026-11-23')
  const said = restKnownOn(day, known)
  if (rest === null || typeof rest === 'string') expect(said).toBe(rest)
  else expect(said).toMatchObject(rest)
})
