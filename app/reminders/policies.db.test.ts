import { expect, it } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { administratorAct } from '#test/factories/handover-orders.ts'
import { enterPolicy, policiesOf, putInForce } from './policies.server.ts'
import { usualPolicy } from './usual-policy.ts'

it('puts a version in force once, however often it is pressed, and each version has a number of its own', async () => {
  const office = await demoOffice()
  const act = administratorAct(office)
  const drafts = await Promise.all([1, 2, 3].map(() => enterPolicy({ ...act, policy: usualPolicy })))
  const chosen = drafts[1]!
  const recorded = { where: { kind: 'reminderPolicyInForce' } }
  const before = await db.auditEntry.count(recorded)
  await Promise.all([1, 2, 3].map(() => putInForce({ ...act, id: chosen })))

  const { inForce, versions } = await policiesOf(office.organId)
  expect(inForce?.id).toBe(chosen)
  expect(await db.auditEntry.count(recorded)).toBe(before + 1)
  const numbers = versions.map(({ version }) => version)
  expect(new Set(numbers).size).toBe(numbers.length)
})
