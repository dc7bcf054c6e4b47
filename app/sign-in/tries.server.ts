import { db, transaction } from '#app/platform/db.server.ts'
import { countTry, type SignInTries } from './sign-in-tries.ts'

/**
 * Takes one try at a username, before the password is looked at: of many tries at the same moment no more than ten are
 * heard. False when the account is locked. Usernames nobody has are counted like all others.
 */
export async function takeTry(username: string, at: Date): Promise<boolean> {
  return transaction('takeTry', async (tx) => {
    await tx.$executeRaw`
      insert into sign_in_tries (username, wrong, last_try_at) values (${username}, 0, ${at}) on conflict do nothing`
    const [before] = await tx.$queryRaw<SignInTries[]>`
      select wrong, last_try_at as "lastTryAt" from sign_in_tries where username = ${username} for update`
    const after = countTry(before ?? null, at)
    if (!after) return false
    await tx.signInTries.upsert({ where: { username }, create: { username, ...after }, update: after })
    return true
  })
}

/** After a right password, and when an administrator unlocks the account. */
export async function forgetTries(username: string): Promise<void> {
  await db.signInTries.deleteMany({ where: { username } })
}
