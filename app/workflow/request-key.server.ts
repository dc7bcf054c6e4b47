import type { Transaction } from '#app/platform/db.server.ts'

/** What a repeated request is answered with: enough to send the person where the first one went. */
export type Outcome = Record<string, string | number>

/**
 * Claims a request key for a person, first of all in its transaction. A second request with the same key waits here until
 * the first has committed, and is then answered as it was; if the first failed, the second takes its place.
 *
 * @returns the outcome of the earlier request, or null when this one is the first
 */
export async function claimRequestKey(
  tx: Transaction,
  { personId, requestKey, outcome, at }: { personId: string; requestKey: string; outcome: Outcome; at: Date },
): Promise<Outcome | null> {
  const claimed = await tx.$executeRaw`
    insert into request_key (person_id, key, outcome, at)
    values (${personId}::uuid, ${requestKey}::uuid, ${JSON.stringify(outcome)}::jsonb, ${at})
    on conflict do nothing`
  if (claimed === 1) return null
  const earlier = await tx.requestKey.findUniqueOrThrow({ where: { personId_key: { personId, key: requestKey } } })
  return earlier.outcome as Outcome
}
