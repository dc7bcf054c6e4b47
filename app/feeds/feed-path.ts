export function feedPath(token: string): string {
  return `/feeds/${token}.ics`
}

/** 32 bytes in base64url. */
const FILE = /^([\w-]{43})\.ics$/

/** The secret in the last part of such a path; null where it cannot be one, and nothing need be looked up. */
export function tokenIn(file: string): string | null {
  return FILE.exec(file)?.[1] ?? null
}
