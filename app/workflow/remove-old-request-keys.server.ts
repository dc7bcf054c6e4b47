import { db } from '#app/platform/db.server.ts'

const KEPT_DAYS = 30
const DAY = 24 * 60 * 60_000

/** A form that was open longer than this and is sent again counts as a new request; its revision will be an old one. */
export async function removeOldRequestKeys(at: Date): Promise<void> {
  await db.requestKey.deleteMany({ where: { at: { lt: new Date(at.getTime() - KEPT_DAYS * DAY) } } })
}
