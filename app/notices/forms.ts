import { z } from 'zod'

/** One notice, or all until a moment. */
export const markReadSchema = z.union([
  z.object({ noticeId: z.uuid() }),
  z.object({ until: z.iso.datetime().transform((moment) => new Date(moment)) }),
])
