import { z } from 'zod'
import { NotFound } from '#app/platform/errors.ts'

const retrySchema = z.object({ messageId: z.uuid(), handedAt: z.iso.datetime() })

/** What the button of a stuck message sends. @throws NotFound for what is no message */
export function retryFrom(form: FormData): { messageId: string; handedAt: Date } {
  const parsed = retrySchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) throw new NotFound()
  return { messageId: parsed.data.messageId, handedAt: new Date(parsed.data.handedAt) }
}
