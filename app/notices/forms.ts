import { z } from 'zod'

/** One notice, or all that could be seen. */
export const markReadSchema = z.union([z.object({ noticeId: z.uuid() }), z.object({ seen: z.string().max(2000) })])
