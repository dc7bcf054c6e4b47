import { createHash, randomInt } from 'node:crypto'
import { bareCode, CODE_GROUP_LENGTH, CODE_GROUPS, CODE_LETTERS } from './one-time-code.ts'

/** Such as H7KQ-29MF-XW3T-8RPD: 78 bits, so a plain digest of it is enough to keep. */
export function makeOneTimeCode(): string {
  const groups = Array.from({ length: CODE_GROUPS }, () =>
    Array.from({ length: CODE_GROUP_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join(''),
  )
  return groups.join('-')
}

export function hashOneTimeCode(code: string): string {
  return createHash('sha256').update(bareCode(code)).digest('hex')
}
