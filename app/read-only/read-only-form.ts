import { z } from 'zod'
import { writeProblem } from '#app/i18n/problem.ts'

/** The office's clocks have stood at UTC+7 since 1975. */
const OFFICE_OFFSET = '+07:00'
const OFFICE_OFFSET_MILLISECONDS = 7 * 3_600_000

/** As a browser's field for a moment writes it. */
const typedMoment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, writeProblem('field.invalid'))
  .transform((typed) => new Date(`${typed}${OFFICE_OFFSET}`))
  .refine((moment) => !Number.isNaN(moment.getTime()), writeProblem('field.invalid'))

export const readOnlySchema = z.object({
  /** It stands in front of other sentences, which bring the full stop. */
  reason: z
    .string()
    .transform((reason) => reason.replace(/[\s.]+$/, '').trimStart())
    .pipe(z.string().min(1).max(300)),
  until: typedMoment.optional(),
})

/** The mode as the form would have been typed. */
export function typedFrom({ reason, until }: { reason: string; until: Date | null }) {
  return { reason, until: until && new Date(until.getTime() + OFFICE_OFFSET_MILLISECONDS).toISOString().slice(0, 16) }
}
