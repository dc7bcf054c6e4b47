import { createHmac, timingSafeEqual } from 'node:crypto'
import { env, secret } from '#app/platform/env.server.ts'

/** Over https the browser itself guards a name with this beginning. */
export const IS_HTTPS = env.PUBLIC_URL?.startsWith('https:') ?? false

const PREFIX = `${IS_HTTPS ? '__Secure-' : ''}better-auth.`

/** The name and the shape (`token.signature`, URL-encoded) are better-auth's; a test holds them together. */
const SESSION_COOKIE = `${PREFIX}session_token`

/** better-auth's own: whose password was right while the second factor is still asked. */
const CHALLENGE_COOKIE = `${PREFIX}two_factor`

/**
 * The browser keeps the cookie longer than the session lasts without use: an ended session that can still be named gives
 * its owner back the form they were filling.
 */
const COOKIE_LIFETIME_SECONDS = 30 * 24 * 3600

/** The token in the request's cookie, if we signed it. It says nothing yet about whether the session still lives. */
export function sessionTokenOf(request: Request): string | null {
  const value = cookieValue(request, SESSION_COOKIE)
  const dot = value?.lastIndexOf('.') ?? -1
  if (!value || dot < 1) return null
  const token = value.slice(0, dot)
  return isSame(value.slice(dot + 1), signatureOf(token)) ? token : null
}

export function sessionCookie(token: string): string {
  return httpOnlyCookie(SESSION_COOKIE, `${token}.${signatureOf(token)}`, COOKIE_LIFETIME_SECONDS)
}

/** The session that an answer of better-auth opened, if it did. */
export function sessionTokenSetBy(answer: Response): string | null {
  const cookie = cookiesSetBy(answer).join('; ')
  return sessionTokenOf(new Request('http://within.invalid', { headers: { cookie } }))
}

/** The cookie to hand on, with which the second factor is asked after this answer of better-auth. */
export function challengeSetBy(answer: Response): string | null {
  return answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${CHALLENGE_COOKIE}=`)) ?? null
}

/** What better-auth is to be sent again of that cookie, and nothing else of the browser's. */
export function challengeOf(request: Request): string | null {
  const value = cookieValue(request, CHALLENGE_COOKIE)
  return value ? `${CHALLENGE_COOKIE}=${encodeURIComponent(value)}` : null
}

/** The id in it; whether it was signed by us, better-auth looks. */
export function challengeId(challenge: string): string {
  const value = decoded(challenge.slice(challenge.indexOf('=') + 1)) ?? ''
  return value.slice(0, value.lastIndexOf('.'))
}

export function endedChallengeCookie(): string {
  return httpOnlyCookie(CHALLENGE_COOKIE, '', 0)
}

function cookiesSetBy(answer: Response): string[] {
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
}

export function endedSessionCookie(): string {
  return httpOnlyCookie(SESSION_COOKIE, '', 0)
}

export function cookieValue(request: Request, name: string): string | null {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const equals = pair.indexOf('=')
    if (equals > 0 && pair.slice(0, equals).trim() === name) return decoded(pair.slice(equals + 1).trim())
  }
  return null
}

export function httpOnlyCookie(name: string, value: string, seconds: number): string {
  const secure = IS_HTTPS ? '; Secure' : ''
  return `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`
}

function signatureOf(token: string): string {
  return createHmac('sha256', secret()).update(token).digest('base64')
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}
