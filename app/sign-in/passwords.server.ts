import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** argon2id as OWASP advises for a server: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

export function isPassword(password: string, passwordHash: string): Promise<boolean> {
  return verify(passwordHash, password)
}

/**
 * The hash of a password nobody knows. An account that waits for its one-time code carries one, so that a try at it takes
 * as long as a try at any other.
 */
export function unknownPasswordHash(): Promise<string> {
  return hashPassword(randomBytes(32).toString('base64'))
}

/** The work of a check, for a try that is refused without one: the time an answer takes must not tell why. */
export async function spendTheTimeOfACheck(password: string): Promise<void> {
  await hashPassword(password)
}
