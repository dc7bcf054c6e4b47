import { db, type Transaction } from '#app/platform/db.server.ts'

/** The hour of the office at which a person gets their digest; null for whoever gets each mail at once. */
export async function readDigestHour(personId: string): Promise<number | null> {
  const digest = await db.noticeDigest.findUnique({ where: { personId } })
  return digest?.hour ?? null
}

/** What was left to a digest before it was given up comes in a last one. */
export async function setDigestHour(
  tx: Transaction,
  { personId, hour }: { personId: string; hour: number | null },
): Promise<void> {
  if (hour === null) await tx.noticeDigest.deleteMany({ where: { personId } })
  else await tx.noticeDigest.upsert({ where: { personId }, create: { personId, hour }, update: { hour } })
}
