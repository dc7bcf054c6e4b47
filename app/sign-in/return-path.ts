import { pathWithin } from '#app/platform/path-within.ts'

/** Where to go after signing in: a path of this site that is no part of the sign-in itself, or home. */
export function returnPath(to: string | null | undefined): string {
  const path = pathWithin(to ?? null)
  return /^\/sign-(in|out)(?![\w-])/.test(path) ? '/' : path
}

/** A page on the way (the sign-in, its second step, a fresh proof) that leads to a path afterwards. */
export function pathThrough(page: string, to: string, more: Record<string, string> = {}): string {
  const path = returnPath(to)
  const search = new URLSearchParams({ ...(path === '/' ? {} : { to: path }), ...more }).toString()
  return search ? `${page}?${search}` : page
}

/** Of a page on the way: where it leads to, and whether a form is kept there. */
export function passage(request: Request): { to: string; hasKeptForm: boolean } {
  const to = returnPath(new URL(request.url).searchParams.get('to'))
  return { to, hasKeptForm: new URL(to, request.url).searchParams.has('kept') }
}
