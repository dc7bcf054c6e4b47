export const USERNAME_MIN = 3
export const USERNAME_MAX = 60

/** Lower-case letters and digits in groups joined by a dot, a dash or an underscore: truong.khtc. */
export function isUsername(text: string): boolean {
  return text.length >= USERNAME_MIN && text.length <= USERNAME_MAX && /^[a-z0-9]+([._-][a-z0-9]+)*$/.test(text)
}

/** As people type it: capitals and spaces around it are forgiven. */
export function normalisedUsername(typed: string): string {
  return typed.trim().toLowerCase()
}
