import { v7 as newId } from 'uuid'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { db, transaction, type Transaction } from '#app/platform/db.server.ts'
import type { Actor } from '#workflows/actor.ts'
import { hashFeedToken, makeFeedToken } from './feed-token.server.ts'

interface OwnFeedAct {
  by: Actor
  /** The network address, for the log. */
  address: string | null
  at: Date
}

export interface OwnFeed {
  createdAt: Date
  lastReadAt: Date | null
}

/** The address a person has, as far as it can be told: the secret in it is known to nobody any more. */
export async function readOwnFeed(personId: string): Promise<OwnFeed | null> {
  return db.calendarFeed.findFirst({
    where: { personId, revokedAt: null },
    select: { createdAt: true, lastReadAt: true },
  })
}

/** Makes the address, and a new one in the place of the old, which is read no more. @returns its secret, this once */
export function makeFeed(act: OwnFeedAct): Promise<string> {
  const token = makeFeedToken()
  return transaction('makeFeed', async (tx) => {
    await endFeeds(tx, act)
    const data = { personId: act.by.personId, tokenHash: hashFeedToken(token), createdAt: act.at }
    await tx.calendarFeed.create({ data: { id: newId(), ...data } })
    await recordAudit(tx, { ...auditOf(act), kind: 'feedMade' })
    return token
  })
}

/** Does nothing where there is none. */
export function revokeFeed(act: OwnFeedAct): Promise<void> {
  return transaction('revokeFeed', async (tx) => {
    const ended = await endFeeds(tx, act)
    if (ended > 0) await recordAudit(tx, { ...auditOf(act), kind: 'feedRevoked' })
  })
}

async function endFeeds(tx: Transaction, { by: { personId }, at }: OwnFeedAct): Promise<number> {
  // Of two addresses made at once the later one is the one that holds. The lock leaves alone what only refers to the person.
  await tx.$queryRaw`select from person where id = ${personId}::uuid for no key update`
  const { count } = await tx.calendarFeed.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: at } })
  return count
}
