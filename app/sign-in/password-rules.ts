import { foldVietnamese } from '#app/i18n/fold.ts'
import { looksLikeOneTimeCode } from './one-time-code.ts'

export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 128

/** A key of the `signIn` catalogue under `passwordFault`. */
export type PasswordFault = 'tooShort' | 'tooLong' | 'isUsername' | 'oneCharacter' | 'looksLikeCode' | 'isOldPassword'

export interface NewPassword {
  password: string
  username: string
  oldPassword?: string
}

/** Length before variety (NIST SP 800-63B): no rule about kinds of characters, but nothing one would guess first. */
export function passwordFault({ password, username, oldPassword }: NewPassword): PasswordFault | null {
  if (password.length < PASSWORD_MIN) return 'tooShort'
  if (password.length > PASSWORD_MAX) return 'tooLong'
  if (lettersAndDigits(password) === lettersAndDigits(username)) return 'isUsername'
  if (new Set(password).size === 1) return 'oneCharacter'
  if (looksLikeOneTimeCode(password)) return 'looksLikeCode'
  if (password === oldPassword) return 'isOldPassword'
  return null
}

function lettersAndDigits(text: string): string {
  return foldVietnamese(text).replace(/[^\p{L}\p{N}]/gu, '')
}
