/**
 * What kind of failure a job met, from what was written down of its error (`Name: message`). The message itself may quote
 * what people wrote, and whoever runs the machinery sees no content: they get the kind in words and the name of the error.
 */
export type FailureCause = 'unknownJob' | 'payload' | 'database' | 'outside' | 'storage' | 'fault'

/** The first that fits: a database that is out of reach speaks of a refused connection too. */
const SIGNS: [FailureCause, RegExp][] = [
  ['unknownJob', /^UnknownJob\b/],
  ['payload', /^(\$?ZodError|SyntaxError)\b/],
  ['database', /\b(Prisma\w+Error|DriverAdapterError|NoFreeConnection|DatabaseError)\b/],
  ['storage', /\b(ENOSPC|EDQUOT|EROFS|EIO|EACCES)\b/],
  ['outside', /\b(fetch failed|ECONN\w+|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ESOCKET|SMTP|TimeoutError)\b/],
]

export function failureCause(lastError: string): FailureCause {
  return SIGNS.find(([, sign]) => sign.test(lastError))?.[0] ?? 'fault'
}

/** The name of the error, where it begins with one that says something. */
export function errorName(lastError: string): string | null {
  const name = /^\$?([A-Za-z]\w{0,60}): /.exec(lastError)?.[1] ?? null
  return name === 'Error' ? null : name
}
