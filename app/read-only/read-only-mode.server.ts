/**
 * While it is on, everybody reads and nobody writes but the administrator who switches it off. It is one setting, of the whole
 * installation as the machines are, which the session's statement reads along: see `identify`.
 */
import { z } from 'zod'
import { formatMoment } from '#app/i18n/format.ts'
import { db } from '#app/platform/db.server.ts'
import { ReadOnly } from '#app/platform/errors.ts'

/** The key of the setting, which is there while the mode is on. */
export const READ_ONLY = 'readOnly'

const modeSchema = z.object({
  /** In the administrator's words, as everybody reads it. */
  reason: z.string(),
  /** When it is expected to end; nothing ends by it. */
  until: z.coerce.date().nullable(),
  since: z.coerce.date(),
})

export type ReadOnlyMode = z.output<typeof modeSchema>

/** Out of the setting's value; null when there is none. */
export function readOnlyModeFrom(value: unknown): ReadOnlyMode | null {
  return value === null || value === undefined ? null : modeSchema.parse(value)
}

/** For who has no session to read it from. */
export async function readReadOnlyMode(): Promise<ReadOnlyMode | null> {
  const setting = await db.setting.findUnique({ where: { key: READ_ONLY } })
  return readOnlyModeFrom(setting?.value)
}

/** What whoever sends a form is told. */
export function refusalOfWriting({ reason, until }: ReadOnlyMode): ReadOnly {
  return until
    ? new ReadOnly('readOnly:refusedUntil', { reason, until: formatMoment(until) })
    : new ReadOnly('readOnly:refused', { reason })
}
