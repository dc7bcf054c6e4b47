import { db } from '#app/platform/db.server.ts'
import { KEEP_HOURS } from './kept-form.server.ts'
import { FORGET_AFTER_HOURS } from './sign-in-tries.ts'

const HOUR = 3_600_000
/** A session that has just ended still tells whose form was being filled, so it stays as long as a kept form does. */
const KEPT = KEEP_HOURS * HOUR

/** Removes what sign-ins leave behind: ended sessions, forms nobody came back for, and lapsed proofs. */
export async function removeEndedSessions(at: Date): Promise<void> {
  const before = new Date(at.getTime() - KEPT)
  await db.loginSession.deleteMany({ where: { expiresAt: { lt: before } } })
  await db.keptForm.deleteMany({ where: { createdAt: { lt: before } } })
  await db.loginVerification.deleteMany({ where: { expiresAt: { lt: at } } })
  await db.oneTimeCode.deleteMany({ where: { expiresAt: { lt: before } } })
  await db.spentCode.deleteMany({ where: { spentAt: { lt: before } } })
  await db.rateLimit.deleteMany({ where: { lastRequest: { lt: BigInt(at.getTime() - HOUR) } } })
  await db.signInTries.deleteMany({
    where: { lastTryAt: { lt: new Date(at.getTime() - 2 * FORGET_AFTER_HOURS * HOUR) } },
  })
}
