import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ActionFunction, EntryContext, LoaderFunction, ServerBuild } from '@remix-run/node'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { BadInput, NotFound, Refused } from './errors.ts'
import { createWebApp, type WebAppOptions } from './http.server.ts'
import { log } from './log.server.ts'

const servers: Server[] = []

afterEach(() => {
  vi.restoreAllMocks()
  for (const server of servers.splice(0)) server.close()
})

describe('an error from a use case', () => {
  test('becomes its status, with code and values for the page', async () => {
    const loader = () => {
      throw new Refused('notAllowed', { unit: 'Vụ Pháp chế' })
    }
    const answer = await get(await serve({ loader }), '/page')
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({
      page: { data: { problem: { code: 'notAllowed', values: { unit: 'Vụ Pháp chế' } } } },
    })
  })

  test('is words in the reader’s language where there is no page', async () => {
    const loader = () => {
      throw new NotFound()
    }
    const answer = await get(await serve({ loader }), '/download', { cookie: 'locale=en' })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('text/plain')
    expect(await answer.text()).toBe('Not found, or not for you to see.')
  })

  test('is answered the same from an action', async () => {
    const action = () => {
      throw new BadInput('brokenUpload')
    }
    const address = await serve({ action })
    const answer = await fetch(`${address}/page`, { method: 'POST', headers: { origin: address }, body: 'a=b' })
    expect(answer.status).toBe(400)
  })
})

test('a fault is logged once with its cause, and the page learns no more than the request’s id', async () => {
  const logged = vi.spyOn(log, 'error').mockImplementation(() => {})
  const loader = () => {
    throw new Error('password is hunter2')
  }
  const answer = await get(await serve({ loader }), '/page')
  const body = await answer.text()
  expect(answer.status).toBe(500)
  expect(body).toContain(answer.headers.get('x-request-id'))
  expect(body).not.toContain('hunter2')
  expect(body).not.toContain('.ts')
  expect(logged).toHaveBeenCalledTimes(1)
})

describe('a request that may change something', () => {
  test.each([
    ['another site’s Origin', { origin: 'https://elsewhere.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a neighbour under the same site', { 'sec-fetch-site': 'same-site' }],
  ])('is refused in words when it comes from %s', async (_from, headers) => {
    const action = vi.fn(() => ({}))
    const answer = await fetch(`${await serve({ action })}/page`, { method: 'POST', headers, body: 'a=b' })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('Yêu cầu đến từ một trang khác')
    expect(action).not.toHaveBeenCalled()
  })

  test('is carried out when it comes from the address people type, though the proxy asks under another', async () => {
    const address = await serve(
      { action: ({ request }) => new URL(request.url).host },
      { publicUrl: new URL('https://vb.example') },
    )
    const answer = await fetch(`${address}/page`, {
      method: 'POST',
      headers: { origin: 'https://vb.example' },
      body: 'a=b',
    })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ actionData: { page: 'vb.example' } })
  })

  test('is refused when it is too large, before it is read', async () => {
    const action = vi.fn(() => ({}))
    const body = new Uint8Array(5_000_000)
    const answer = await fetch(`${await serve({ action })}/page`, { method: 'POST', body }).catch(() => null)
    expect(answer?.status ?? 413).toBe(413)
    expect(action).not.toHaveBeenCalled()
  })
})

test('every page has a nonce of its own, and scripts run by nonce only', async () => {
  const address = await serve({ loader: () => null })
  const policies = await Promise.all(
    [0, 1].map(async () => (await get(address, '/page')).headers.get('content-security-policy')),
  )
  expect(policies[0]).toMatch(/script-src 'nonce-[^']{20,}' 'strict-dynamic';/)
  expect(policies[0]).toContain("style-src 'self';")
  expect(policies[0]).not.toBe(policies[1])
})

test('the client’s address is the socket’s, whatever the client says', async () => {
  const loader: LoaderFunction = ({ request }) => request.headers.get('x-client-ip')
  const answer = await get(await serve({ loader }), '/page', { 'x-client-ip': '9.9.9.9', 'x-forwarded-for': '8.8.8.8' })
  expect(await answer.json()).toMatchObject({ loaderData: { page: '127.0.0.1' } })
})

test('the client’s address is the proxy’s word when one proxy is trusted', async () => {
  const loader: LoaderFunction = ({ request }) => request.headers.get('x-client-ip')
  const address = await serve({ loader }, { trustedProxies: 1 })
  const answer = await get(address, '/page', { 'x-forwarded-for': '7.7.7.7, 8.8.8.8' })
  expect(await answer.json()).toMatchObject({ loaderData: { page: '8.8.8.8' } })
})

test('readiness names what cannot be reached', async () => {
  const probes = { database: () => Promise.resolve(1), queue: () => Promise.reject(new Error('gone')) }
  const answer = await get(await serve({}, { probes }), '/readyz')
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ database: true, queue: false })
})

test('an address that cannot be read is answered in words', async () => {
  const answer = await get(await serve({}), '/%E0%A4%A')
  expect(answer.status).toBe(400)
  expect(await answer.text()).toBe('Yêu cầu không hợp lệ.')
})

test('with measuring on, an answer says how many statements it took', async () => {
  const answer = await get(await serve({ loader: () => null }, { tellStatements: true }), '/page')
  expect(answer.headers.get('x-statements')).toBe('0')
})

function get(address: string, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(address + path, { headers })
}

async function serve(
  route: { loader?: LoaderFunction; action?: ActionFunction },
  options: Partial<WebAppOptions> = {},
): Promise<string> {
  const app = createWebApp({
    build: buildOf(route),
    probes: {},
    publicUrl: null,
    trustedProxies: 0,
    tellStatements: false,
    ...options,
  })
  const server = app.listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A built app of two routes: one with a page, whose "rendering" is what the page would be given, and one without. */
function buildOf(route: { loader?: LoaderFunction; action?: ActionFunction }): ServerBuild {
  const render = (_request: Request, status: number, headers: Headers, { staticHandlerContext }: EntryContext) => {
    const { loaderData, actionData, errors } = staticHandlerContext
    return Response.json({ loaderData, actionData, ...errors }, { status, headers })
  }
  const page = { id: 'page', path: 'page', module: { default: () => null, ErrorBoundary: () => null, ...route } }
  const download = { id: 'download', path: 'download', module: { ...route } }
  const build = {
    entry: { module: { default: render } },
    routes: { page, download },
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
      v3_throwAbortReason: true,
      v3_relativeSplatPath: true,
    },
    isSpaMode: false,
    mode: 'production',
  }
  return build as unknown as ServerBuild
}
