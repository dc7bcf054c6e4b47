/** What the jobs promise, whatever store the queue lies in: the same tests run on PostgreSQL and on Redis. */
import { testClockRules } from './clock-rules.ts'
import { testClosingRules } from './closing-rules.ts'
import { testDeliveryRules } from './delivery-rules.ts'

export function testWorkerRules(): void {
  testDeliveryRules()
  testClockRules()
  testClosingRules()
}
