import { bareCode, CODE_LETTERS } from './one-time-code.ts'

export const RECOVERY_CODES = 10
export const RECOVERY_GROUPS = 2
export const RECOVERY_GROUP_LENGTH = 5

const RECOVERY_SHAPE = new RegExp(`^[${CODE_LETTERS}]{${RECOVERY_GROUPS * RECOVERY_GROUP_LENGTH}}$`)

export type TypedCode = { kind: 'app'; code: string } | { kind: 'recovery'; code: string }

/**
 * What somebody typed for their second factor: the six figures of the app, with or without a space between, or one of
 * their recovery codes in any case; null when it can be neither.
 */
export function typedCode(typed: string): TypedCode | null {
  const bare = bareCode(typed)
  if (/^\d{6}$/.test(bare)) return { kind: 'app', code: bare }
  if (!RECOVERY_SHAPE.test(bare)) return null
  return { kind: 'recovery', code: `${bare.slice(0, RECOVERY_GROUP_LENGTH)}-${bare.slice(RECOVERY_GROUP_LENGTH)}` }
}
