export interface Asked {
  method: 'GET' | 'POST'
  path: string
  fields?: Record<string, string>
}

export interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

/** Somebody at a browser of their own, signed in or not. Follows no redirect. */
export interface Visitor {
  ask: (asked: Asked) => Promise<Answer>
}

export function visitorAt(address: string, cookie?: string): Visitor {
  return {
    async ask({ method, path, fields }) {
      const response = await fetch(`${address}${path}`, {
        method,
        redirect: 'manual',
        // Compressed answers would hide their length.
        headers: { 'accept-encoding': 'identity', ...(cookie && { cookie }) },
        ...(method === 'POST' && { body: new URLSearchParams(fields) }),
      })
      return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
    },
  }
}

/** By the sign-in page, as everybody. */
export async function signedInVisitor(address: string, username: string, password: string): Promise<Visitor> {
  const fields = { username, password, to: '/account' }
  const { status, headers } = await visitorAt(address).ask({ method: 'POST', path: '/sign-in', fields })
  const cookie = headers['set-cookie']?.split(';')[0]
  if (status !== 302 || !cookie) throw new Error(`${username} could not sign in: ${status}`)
  return visitorAt(address, cookie)
}

/** Ids an address may be made of. */
export interface AskedIds {
  taskId: string
  assignmentId: string | null
  requestId: string | null
  directiveId: string | null
  versionIds: string[]
}

/**
 * The answer without what differs between any two requests (moment, nonce, request id, the claim on a kept form) and
 * without the ids asked for, so that two answers can be compared.
 */
export function comparable({ status, headers, body }: Answer, asked?: AskedIds): string {
  const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1]
  const { date: _date, 'x-request-id': requestId, ...lasting } = headers
  const told = Object.entries(lasting).map(([name, value]) => `${name}: ${value}`)
  let text = [String(status), ...told.toSorted(), body].join('\n')
  if (nonce) text = text.replaceAll(nonce, '<nonce>')
  if (requestId) text = text.replaceAll(requestId, '<request>')
  // The minute a page was made at, by which it says what is late.
  text = text.replace(/(\\*"hour\\*",\\*")\d\d:\d\d/g, '$1<minute>')
  if (asked) {
    const { taskId, assignmentId, requestId, directiveId, versionIds } = asked
    const versions = versionIds.map((id, index): [string, string] => [`version ${index}`, id])
    const others = [
      ['task', taskId],
      ['part', assignmentId],
      ['request', requestId],
      ['directive', directiveId],
    ]
    for (const [name, id] of [...others, ...versions]) {
      if (id) text = text.replaceAll(id, `<${name}>`)
    }
  }
  return text.replace(/kept-form=[^;]+/g, 'kept-form=<claim>').replace(/kept(=|%3D)[0-9a-f-]{36}/g, 'kept$1<form>')
}
