import { isDeepStrictEqual } from 'node:util'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Problem } from '#app/i18n/problem.ts'
import { fromDayColumn } from '#app/platform/day-column.ts'
import { db, type Transaction } from '#app/platform/db.server.ts'
import type { Handover } from '#prisma/generated/client.ts'

/**
 * Nothing of the order is carried out while this stands in its way. Every administrator is told on every page of administration,
 * until it is mended, and the job goes on, or the order is called off. The log says each reason once, however often the job comes by.
 */
export async function holdBack(tx: Transaction, handover: Handover, obstacle: Problem, at: Date): Promise<void> {
  const { id, organId, documentSymbol, fromDay, heldBack } = handover
  if (isDeepStrictEqual(heldBack, obstacle)) return
  await tx.handover.update({ where: { id }, data: { heldBack: { ...obstacle } } })
  const details = { documentSymbol, fromDay: fromDayColumn(fromDay) }
  await recordAudit(tx, { organId, actorId: null, kind: 'handoverHeldBack', subjectId: id, details, at })
}

/** How many orders of the organ wait for somebody to mend what stands in their way. */
export async function countHeldBack(organId: string): Promise<number> {
  const [found] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int from handover
    where organ_id = ${organId}::uuid and held_back is not null and called_off_at is null`
  return found!.count
}
