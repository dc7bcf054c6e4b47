/** Where to go after signing in: a path of this site, or home. Anything that could lead elsewhere counts as home. */
export function returnPath(to: string | null | undefined): string {
  if (!to || !to.startsWith('/')) return '/'
  const here = 'http://here.invalid'
  if (!URL.canParse(to, here)) return '/'
  // The parser reads "//elsewhere", "/\elsewhere" and "/<tab>/elsewhere" as a browser would.
  const { origin, pathname, search, hash } = new URL(to, here)
  if (origin !== here || pathname.startsWith('//')) return '/'
  return isSignInPath(pathname) ? '/' : `${pathname}${search}${hash}`
}

export function signInPath(to: string): string {
  const path = returnPath(to)
  return path === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(path)}`
}

function isSignInPath(pathname: string): boolean {
  return pathname === '/sign-out' || pathname === '/sign-in' || pathname.startsWith('/sign-in/')
}
