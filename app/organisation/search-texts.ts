import { foldVietnamese, initialsOf } from '#app/i18n/fold.ts'

/** A unit is found by name, by abbreviation and by the first letters of its name. */
export function unitSearchText({ name, abbreviation }: { name: string; abbreviation: string }): string {
  return foldVietnamese(`${name} ${abbreviation} ${abbreviation.replace(/\s/g, '')} ${initialsOf(name)}`)
}

/** A person is found by name, by the name of the account and by e-mail address. */
export function personSearchText(person: {
  fullName: string
  username?: string | null
  email?: string | null
}): string {
  return foldVietnamese([person.fullName, person.username, person.email].filter(Boolean).join(' '))
}
