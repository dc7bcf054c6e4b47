import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'

/** What was kept of a form, in the nested shape `defaultValue` of `useForm` takes; undefined when nothing was. */
export function keptValues(
  kept: Record<string, string | string[]> | null,
  schema: z.ZodType,
): Record<string, unknown> | undefined {
  if (!kept) return undefined
  const fields = new FormData()
  for (const [name, values] of Object.entries(kept)) {
    for (const value of Array.isArray(values) ? values : [values]) fields.append(name, value)
  }
  return parseWithZod(fields, { schema }).payload
}
