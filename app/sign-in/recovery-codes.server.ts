import { randomCode } from './random-code.server.ts'
import { RECOVERY_CODES, RECOVERY_GROUP_LENGTH, RECOVERY_GROUPS } from './second-factor-codes.ts'

export function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    randomCode({ groups: RECOVERY_GROUPS, groupLength: RECOVERY_GROUP_LENGTH }),
  )
}
