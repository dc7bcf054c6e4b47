import { DEFAULT_LOCALE, isLocale } from '#app/i18n/locale.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { actorFrom, RIGHTS, type RightsRow, rightsOf } from '#app/sign-in/rights-sql.server.ts'
import { countTryOfAddress } from '#app/sign-in/tries-of-an-address.server.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import { calendarText } from './calendar-text.server.ts'
import { hashFeedToken } from './feed-token.server.ts'
import { tellDeadlines } from './tell-deadlines.server.ts'

interface FeedRequest {
  /** Null where the address is not even of this shape. */
  token: string | null
  /** Of whoever asks. */
  address: string | null
  origin: string
  at: Date
}

/** Programs ask every quarter of an hour or so; whoever asks more often than this in a minute is told to wait. */
const MOST_READS = { window: 60, max: 20 }
const MOST_MISSES = { window: 60, max: 60 }

/**
 * The deadlines of whoever the address belongs to, with the rights they have at this moment.
 *
 * @throws NotFound for an address that is wrong or revoked, or whose account is locked or without a post: they are not told apart
 */
export async function readFeed({ token, address, origin, at }: FeedRequest): Promise<Response> {
  if (token === null) throw new NotFound()
  const feed = await openFeed(token, at)
  const { allowed, retryAfter } = feed
    ? await countTryOfAddress(`feed:${feed.feedId}`, MOST_READS, at)
    : await countTryOfAddress(`feed-miss:${address}`, MOST_MISSES, at)
  if (!allowed) return new Response(null, { status: 429, headers: { 'retry-after': String(retryAfter) } })
  if (!feed) throw new NotFound()
  const told = await tellDeadlines({ ...feed, at })
  const t = translateFor(isLocale(feed.locale) ? feed.locale : DEFAULT_LOCALE)
  return new Response(calendarText({ t, origin, organId: feed.actor.organId, ...told }), { headers: HEADERS })
}

/** It is one person's: no proxy keeps it, and no search engine that was shown the address. */
const HEADERS = {
  'content-type': 'text/calendar; charset=utf-8',
  'content-disposition': 'inline; filename="viec-den-han.ics"',
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex',
}

interface OpenFeed {
  feedId: string
  personId: string
  locale: string | null
  actor: Actor
}

/** In one statement, whatever it is that is wrong with the address. */
async function openFeed(token: string, at: Date): Promise<OpenFeed | null> {
  const [row] = await db.$queryRaw<(RightsRow & { feedId: string; locale: string | null })[]>`
    select feed.id as "feedId", login.locale, person.id as "personId", person.organ_id as "organId", ${RIGHTS}
    from calendar_feed feed
    join person on person.id = feed.person_id
    join login on login.person_id = person.id
    ${rightsOf(officeDay(at))}
    where feed.token_hash = ${hashFeedToken(token)} and feed.revoked_at is null
      and (login.banned is not true or login.ban_expires <= ${at})`
  if (!row) return null
  const actor = actorFrom(row)
  if (principalsOf(actor).length === 0) return null
  return { feedId: row.feedId, personId: row.personId, locale: row.locale, actor }
}
