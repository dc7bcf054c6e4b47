import { db } from '#app/platform/db.server.ts'

const TOLD_DAYS = 30
const DAY = 24 * 3_600_000

/** A mail that was given up: whose it was and what the server said, and nothing of what it was about. */
export interface FailedMail {
  noticeId: string
  recipient: string
  at: Date
  attempts: number
  reason: string | null
}

/** Mail that waits to be sent, and what was given up in the last thirty days. */
export async function mailFigures(at: Date): Promise<{ waiting: number; failed: number }> {
  const [figures] = await db.$queryRaw<{ waiting: number; failed: number }[]>`
    select
      (select count(*)::int from notice_delivery where state = 'WAITING' and channel = 'MAIL') as waiting,
      (select count(*)::int from notice_delivery where state = 'FAILED' and channel = 'MAIL' and at >= ${since(at)}) as failed`
  return figures!
}

/** What the server last said of mail that still waits; null when none was put off. */
export async function lastMailAnswer(): Promise<string | null> {
  const newest = await db.noticeDelivery.findFirst({
    where: { state: 'WAITING', channel: 'MAIL', lastError: { not: null } },
    orderBy: { at: 'desc' },
    select: { lastError: true },
  })
  return newest?.lastError ?? null
}

/** What was given up in the last thirty days, the newest first. */
export function failedMail({ at, most }: { at: Date; most: number }): Promise<FailedMail[]> {
  return db.$queryRaw<FailedMail[]>`
    select delivery.notice_id::text as "noticeId", person.full_name as recipient, delivery.at, delivery.attempts,
      delivery.last_error as reason
    from notice_delivery delivery
    join notice on notice.id = delivery.notice_id
    join person on person.id = notice.person_id
    where delivery.state = 'FAILED' and delivery.channel = 'MAIL' and delivery.at >= ${since(at)}
    order by delivery.at desc, delivery.notice_id limit ${most}`
}

function since(at: Date): Date {
  return new Date(at.getTime() - TOLD_DAYS * DAY)
}
