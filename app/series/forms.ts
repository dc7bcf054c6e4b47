import { z } from 'zod'
import { urgencies } from '#app/directives/forms.ts'
import { type Period, periodKindOf } from '#workflows/calendar/periods.ts'
import { reasonSchema } from '#workflows/task/events.ts'

/** Of this century: beyond it nobody can see a fault of typing. */
const periodSchema = z
  .string()
  .refine((text) => /^20/.test(text) && periodKindOf(text) !== null, { message: 'field.notInList' })
const days = z.number().int().min(0).max(366)

const shape = {
  /** The task of a period has the period written behind it. */
  content: z.string().trim().min(1).max(4900),
  expectedProduct: z.string().trim().max(1000).optional(),
  directingLeaderId: z.uuid(),
  leadUnitId: z.uuid(),
  followerId: z.uuid(),
  supportUnitIds: z.array(z.uuid()).max(50).default([]),
  urgency: z.enum(urgencies),
  field: z.string().trim().max(200).optional(),
  /** Says by its form how often the duty comes: 2026-11, 2026-Q4, 2026-H2, 2026. */
  firstPeriod: periodSchema,
  lastPeriod: periodSchema.optional(),
  dueAfterDays: days,
  opensBeforeDays: days,
}

export const seriesSchema = z.object(shape).superRefine(periodsFit).superRefine(unitsFit)
export type SeriesInput = z.infer<typeof seriesSchema>

const revision = z.coerce.number().pipe(z.int32())
const requestKey = z.uuid()

/** What the forms carry beside what is typed. */
export const newSeriesSchema = seriesSchema.extend({ requestKey })
export const editedSeriesSchema = seriesSchema.extend({ requestKey, revision })
export const issueSchema = z.object({ requestKey, revision })
export const stopSchema = z.object({ reason: reasonSchema, requestKey, revision })

function periodsFit(
  { firstPeriod, lastPeriod }: { firstPeriod: Period; lastPeriod?: Period | undefined },
  context: z.RefinementCtx,
): void {
  const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['lastPeriod'], message })
  if (!lastPeriod) return
  if (periodKindOf(lastPeriod) !== periodKindOf(firstPeriod)) wrong('series:errors.lastPeriodOfAnotherKind')
  else if (lastPeriod < firstPeriod) wrong('series:errors.lastPeriodBeforeFirst')
}

/** No unit has two parts in a task. */
function unitsFit(
  { leadUnitId, supportUnitIds }: { leadUnitId: string; supportUnitIds: string[] },
  context: z.RefinementCtx,
): void {
  const taken = new Set([leadUnitId])
  supportUnitIds.forEach((unitId, index) => {
    if (taken.has(unitId)) {
      context.addIssue({ code: 'custom', path: ['supportUnitIds', index], message: 'directives:errors.unitTwice' })
    }
    taken.add(unitId)
  })
}
