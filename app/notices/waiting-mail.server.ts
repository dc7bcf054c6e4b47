import { db } from '#app/platform/db.server.ts'

/** A worker that dies while it sends leaves its mail to another after so long. */
const LEASE_MINUTES = 10
/** With an hour between them four days, after which what is told is old: about as long as mail servers themselves try (RFC 5321, 4.5.4.1). */
const MOST_ATTEMPTS = 100
const LONGEST_PAUSE_MINUTES = 60
const LONGEST_ERROR = 300

export interface ClaimedMail {
  noticeId: string
  attempts: number
}

/** Takes mail that is due to be tried, for this worker alone. An attempt counts before it is made. */
export function claimMail({ at, most }: { at: Date; most: number }): Promise<ClaimedMail[]> {
  return db.$queryRaw<ClaimedMail[]>`
    update notice_delivery delivery set attempts = attempts + 1, next_try_at = ${minutesAfter(at, LEASE_MINUTES)}
    from (
      select notice_id, channel from notice_delivery
      where state = 'WAITING' and next_try_at <= ${at} and channel = 'MAIL'
      order by next_try_at limit ${most} for update skip locked
    ) due
    where delivery.notice_id = due.notice_id and delivery.channel = due.channel
    returning delivery.notice_id::text as "noticeId", delivery.attempts`
}

export type MailOutcome =
  { state: 'SENT' } | { state: 'FAILED' | 'NOT_SENT'; reason: string } | { state: 'WAITING'; reason: string }

/** What became of an attempt. One that may be made again is, later and later, until it is given up. */
export async function settleMail({ noticeId, attempts }: ClaimedMail, outcome: MailOutcome, at: Date): Promise<void> {
  const isGivenUp = outcome.state === 'WAITING' && attempts >= MOST_ATTEMPTS
  await db.noticeDelivery.updateMany({
    where: { noticeId, channel: 'MAIL', state: 'WAITING' },
    data: {
      state: isGivenUp ? 'FAILED' : outcome.state,
      at,
      nextTryAt:
        outcome.state === 'WAITING' && !isGivenUp
          ? minutesAfter(at, Math.min(2 ** (attempts - 1), LONGEST_PAUSE_MINUTES))
          : null,
      lastError: 'reason' in outcome ? outcome.reason.slice(0, LONGEST_ERROR) : null,
    },
  })
}

function minutesAfter(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000)
}
