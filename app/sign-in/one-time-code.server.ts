import { createHash } from 'node:crypto'
import { bareCode, CODE_GROUP_LENGTH, CODE_GROUPS } from './one-time-code.ts'
import { randomCode } from './random-code.server.ts'

/** Such as H7KQ-29MF-XW3T-8RPD: 78 bits, so a plain digest of it is enough to keep. */
export function makeOneTimeCode(): string {
  return randomCode({ groups: CODE_GROUPS, groupLength: CODE_GROUP_LENGTH })
}

export function hashOneTimeCode(code: string): string {
  return createHash('sha256').update(bareCode(code)).digest('hex')
}
