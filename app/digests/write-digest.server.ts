import { translateFor } from '#app/i18n/translator.server.ts'
import { DEFAULT_LOCALE, isLocale } from '#app/i18n/locale.ts'
import { baseAddress } from '#app/notices/mail-address.server.ts'
import { db } from '#app/platform/db.server.ts'
import type { Mail } from '#app/platform/mail.server.ts'
import { readActor } from '#app/sign-in/read-actor.server.ts'
import { digestOf, digestValuesSchema } from './digest.ts'
import { digestLetter } from './digest-letter.ts'
import { readDigestRows } from './digest-rows.server.ts'

/** The mail of a digest as its reader may have it now; null when nothing of it may be told any more. A leader's is by unit. */
export async function writeDigest(digestId: string, at: Date): Promise<Mail | null> {
  const digest = await db.notice.findUnique({
    where: { id: digestId },
    select: { personId: true, values: true, person: { select: { email: true, login: { select: { locale: true } } } } },
  })
  const actor = digest && (await readActor({ personId: digest.personId, at }))
  if (!actor || !digest.person.email) return null
  const rows = await readDigestRows(digestId, actor)
  if (rows.length === 0) return null
  const locale = digest.person.login?.locale
  const t = translateFor(locale && isLocale(locale) ? locale : DEFAULT_LOCALE)
  const { day: today } = digestValuesSchema.parse(digest.values)
  const sections = digestOf(rows, { today, byUnit: actor.posts.some(({ role }) => role === 'LEADER') })
  return { id: digestId, to: digest.person.email, ...digestLetter(sections, { today, t, address: baseAddress() }) }
}
