/** Run by `npm start` once the database is migrated: fills it if it is empty, and tells the parent what to print. */
import { seed, type SeedOutcome } from '#prisma/seed.ts'
import { db } from '#app/platform/db.server.ts'
import { demoAccounts, type DemoAccounts } from '#app/sign-in/demo-accounts.server.ts'

export interface SeedReport {
  outcome: SeedOutcome
  demo: DemoAccounts | null
}

const outcome = await seed()
const report: SeedReport = { outcome, demo: await demoAccounts() }
await db.$disconnect()
if (process.send) process.send(report, () => process.disconnect())
else console.log(report)
