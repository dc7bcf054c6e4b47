import { formatDay } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { POST_ROLES } from '#app/organisation/post-rules.ts'

/** The details of an entry in one line. Names that have no words (ids, filters of a list) stand as they were written down. */
export function detailWords(t: Translate, details: Record<string, unknown>): string {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${nameWords(t, name)}: ${valueWords(t, name, value)}`)
    .join(' · ')
}

function nameWords(t: Translate, name: string): string {
  return wordsOr(t, `audit:detail.${name}`, name)
}

/** The keys come from the database, so the type of `t` cannot know them. */
function wordsOr(t: Translate, key: string, defaultValue: string): string {
  const translate = t as unknown as (key: string, options: { defaultValue: string }) => string
  return translate(key, { defaultValue })
}

/** Where the words of a detail's values are. */
const CATALOGUES = { dayKind: 'workingCalendar:kind', holiday: 'calendar:holiday' } as const

function valueWords(t: Translate, name: string, value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  const role = POST_ROLES.find((each) => name === 'role' && each === value)
  if (role) return t(`organisation:role.${role}`)
  if (name in CATALOGUES) return wordsOr(t, `${CATALOGUES[name as keyof typeof CATALOGUES]}.${value}`, value)
  return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value) : value
}
