import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { heldByOfficer, sweepOn } from '#test/factories/reminded.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import { policyInForce } from './policies.server.ts'
import { rehearsePolicy } from './rehearse-policy.server.ts'

test('a rehearsal says how much is told when the days come', async () => {
  const office = await demoOffice()
  await heldByOfficer(office)
  const [from, to] = ['2030-05-28', '2030-06-26']
  const inForce = await policyInForce(office.organId)
  const rehearsed = await rehearsePolicy(inForce, { from, to })
  for (let day = from; day <= to; day = daysAfter(day, 1)) await sweepOn(day)

  // Two obligations: the officer's, all the way up, and the unit's, which is only near its day.
  expect(rehearsed).toEqual([
    { work: 'PROCESS', items: 2, before: 3, onDay: 1, overdue: { HOLDER: 1, HEAD: 1, LEADER: 1, SECRETARIAT: 1 } },
  ])
  const told = await db.reminder.groupBy({ by: ['stage'], where: { told: true }, _count: true })
  expect(Object.fromEntries(told.map(({ stage, _count }) => [stage, _count]))).toEqual({
    'before:5': 2,
    'before:1': 1,
    onDay: 1,
    'overdue:1:HOLDER': 1,
    'overdue:2:HEAD': 1,
    'overdue:5:LEADER': 1,
    'overdue:10:SECRETARIAT': 1,
  })
})
