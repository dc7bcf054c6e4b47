import { CLIENT_ADDRESS_HEADER, clientAddress } from '#app/platform/client-address.server.ts'
import { auth, AUTH_BASE } from './auth.server.ts'

/** All of a browser that better-auth is told. */
export interface AuthClient {
  address: string | null
  userAgent: string | null
  /** The cookie that says whose session or whose half-finished sign-in it is. */
  cookie?: string
}

export function authClient(request: Request): AuthClient & { cookie: string } {
  return {
    address: clientAddress(request),
    userAgent: request.headers.get('user-agent'),
    cookie: request.headers.get('cookie') ?? '',
  }
}

/**
 * Through better-auth's handler and not its `api`, which would skip the limit by address. The request we make of it
 * carries nothing of the browser's but its address, its name and, where one is needed, its cookie.
 */
export function askAuth(path: string, body: object, { address, userAgent, cookie }: AuthClient): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/json', origin: new URL(AUTH_BASE).origin })
  if (address) headers.set(CLIENT_ADDRESS_HEADER, address)
  if (userAgent) headers.set('user-agent', userAgent)
  if (cookie) headers.set('cookie', cookie)
  const url = new URL(`/api/auth${path}`, AUTH_BASE)
  return auth.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }))
}

/** Seconds to wait where an address, or an account, is held back; null where it is not. */
export function heldBackSeconds(answer: Response): number | null {
  return answer.status === 429 ? Number(answer.headers.get('x-retry-after')) || 60 : null
}
