import { db } from '#app/platform/db.server.ts'

/** A code of the app is taken half a minute early and late, so it is good for a minute and a half. */
const GOOD_FOR_SECONDS = 90

/**
 * Marks a right code as used; false when it was used already. better-auth takes a code as often as it is typed while it is
 * good, also from somebody who looked over a shoulder. The row is the judge between two at the same moment.
 */
export async function spendCode({ loginId, code, at }: { loginId: string; code: string; at: Date }): Promise<boolean> {
  // After a while the same six figures may come up again.
  const forgottenBefore = new Date(at.getTime() - 2 * GOOD_FOR_SECONDS * 1000)
  const spent = await db.$executeRaw`
    insert into spent_code (login_id, code, spent_at) values (${loginId}::uuid, ${code}, ${at})
    on conflict (login_id, code) do update set spent_at = excluded.spent_at
    where spent_code.spent_at < ${forgottenBefore}`
  return spent === 1
}
