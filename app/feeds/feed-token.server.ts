import { createHash, randomBytes } from 'node:crypto'

const SECRET_BYTES = 32

/** What is secret in the address: 256 bits, so that a plain digest is enough to keep, and nobody finds one by trying. */
export function makeFeedToken(): string {
  return randomBytes(SECRET_BYTES).toString('base64url')
}

/** What is looked up: how long that takes says something about digests, and nothing about secrets. */
export function hashFeedToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
