/**
 * A place to go back to, as a form sent it: only a path of our own, never an address of another site.
 * `//elsewhere` and `/\elsewhere` are addresses to a browser, so they count as such.
 */
export function pathWithin(sent: unknown, otherwise = '/'): string {
  if (typeof sent !== 'string' || !sent.startsWith('/')) return otherwise
  const base = 'http://within.invalid'
  if (!URL.canParse(sent, base)) return otherwise
  const url = new URL(sent, base)
  const isWithin = url.origin === base && !url.pathname.startsWith('//')
  return isWithin ? url.pathname + url.search + url.hash : otherwise
}
