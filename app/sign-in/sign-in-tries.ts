/** After so many wrong tries at one username, whatever the address, nobody gets in by it for a while. */
export const TRIES_BEFORE_LOCK = 10

/** The first lock, in minutes; each further one is twice as long, up to a day. */
const FIRST_LOCK_MINUTES = 15
const LONGEST_LOCK_MINUTES = 24 * 60

/** Wrong tries are forgotten after so many hours without one. */
export const FORGET_AFTER_HOURS = 24

export interface SignInTries {
  wrong: number
  lastTryAt: Date
}

/** Until when the account is locked after these tries, or null when it is not. */
export function lockedUntil({ wrong, lastTryAt }: SignInTries): Date | null {
  if (wrong === 0 || wrong % TRIES_BEFORE_LOCK !== 0) return null
  const locksBefore = wrong / TRIES_BEFORE_LOCK - 1
  const minutes = Math.min(FIRST_LOCK_MINUTES * 2 ** locksBefore, LONGEST_LOCK_MINUTES)
  return new Date(lastTryAt.getTime() + minutes * 60_000)
}

/** The tries after one more, or null when the account is locked and the try does not count. */
export function countTry(before: SignInTries | null, at: Date): SignInTries | null {
  if (!before || isForgotten(before, at)) return { wrong: 1, lastTryAt: at }
  const end = lockedUntil(before)
  if (end && at < end) return null
  return { wrong: before.wrong + 1, lastTryAt: at }
}

function isForgotten({ lastTryAt, wrong }: SignInTries, at: Date): boolean {
  const forgetAt = lastTryAt.getTime() + FORGET_AFTER_HOURS * 3_600_000
  const lockEnd = lockedUntil({ wrong, lastTryAt })?.getTime() ?? 0
  return at.getTime() > Math.max(forgetAt, lockEnd)
}
