import { pathWithin } from '#app/platform/path-within.ts'

/** Where to go after signing in: a path of this site that is no part of the sign-in itself, or home. */
export function returnPath(to: string | null | undefined): string {
  const path = pathWithin(to ?? null)
  return /^\/sign-(in|out)(?![\w-])/.test(path) ? '/' : path
}

/** The sign-in page that leads to a path afterwards. */
export function signInPath(to: string): string {
  const path = returnPath(to)
  return path === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(path)}`
}
