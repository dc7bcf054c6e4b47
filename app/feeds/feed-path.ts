const SUFFIX = '.ics'

export function feedPath(token: string): string {
  return `/feeds/${token}${SUFFIX}`
}

/** The secret in the last part of such a path; null where it is another's. */
export function tokenIn(file: string): string | null {
  return file.endsWith(SUFFIX) ? file.slice(0, -SUFFIX.length) : null
}
