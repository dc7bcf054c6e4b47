import { z } from 'zod'

/** An id out of an address; what is no id is asked for as nothing. */
export function idFrom(text: string | null | undefined): string | null {
  return z.uuid().safeParse(text).data ?? null
}
