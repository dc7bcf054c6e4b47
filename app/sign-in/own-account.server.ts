import { clientAddress } from '#app/platform/client-address.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { SignedIn } from './identify.server.ts'
import type { OwnAccountAct } from './own-account.ts'

/** An act of the person signed in, from this request. */
export function ownAccountAct(request: Request, { loginId, sessionId, actor }: SignedIn): OwnAccountAct {
  return { loginId, sessionId, by: actor, address: clientAddress(request), at: now() }
}
