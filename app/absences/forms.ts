import { z } from 'zod'
import { type Day, daysBetween, daySchema } from '#workflows/calendar/day.ts'

/** Who is away for longer is replaced by a post, not by a substitute: a whole year, the longest there is. */
export const LONGEST_DAYS = 366

/** From a day to a day, both included. */
export interface Period {
  fromDay: Day
  toDay: Day
}

/** What is entered when a substitute is named; nobody is stood in for on days that have passed. */
export function absenceSchema(today: Day) {
  return z
    .object({
      substituteId: z.uuid(),
      /** One post; none chosen means all of them. */
      postId: z
        .uuid()
        .nullish()
        .transform((id) => id ?? null),
      fromDay: daySchema.refine((day) => day >= today, { message: 'absences:fault.past' }),
      toDay: daySchema,
    })
    .superRefine(({ fromDay, toDay }, context) => {
      const fault = periodFault({ fromDay, toDay })
      if (fault) context.addIssue({ code: 'custom', path: ['toDay'], message: `absences:fault.${fault}` })
    })
}

export type AbsenceInput = z.output<ReturnType<typeof absenceSchema>>

function periodFault({ fromDay, toDay }: Period): 'endsBeforeItBegins' | 'tooLong' | null {
  if (toDay < fromDay) return 'endsBeforeItBegins'
  return daysBetween(fromDay, toDay) >= LONGEST_DAYS ? 'tooLong' : null
}
