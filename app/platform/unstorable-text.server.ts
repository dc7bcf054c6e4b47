import { Prisma } from '#prisma/generated/client.ts'

/** PostgreSQL's words for a NUL in a text, and in a text within JSON. */
const REFUSED_TEXTS = ['22021', '22P05']

/**
 * Whether the database refused a text with a NUL in it. No form of ours sends one, so this is an answer to a request made by
 * hand, wherever in it the NUL was, and no fault.
 */
export function isUnstorableText(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  const refused = error.meta?.driverAdapterError as { cause?: { originalCode?: string } } | undefined
  return REFUSED_TEXTS.includes(refused?.cause?.originalCode ?? '')
}
