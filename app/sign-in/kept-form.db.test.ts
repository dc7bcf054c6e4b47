import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { seed } from '#prisma/seed.ts'
import { demoPassword } from './demo-accounts.server.ts'
import { identify, requireSignedIn, type SignedIn } from './identify.server.ts'
import { keptFields } from './kept-form.server.ts'
import { signIn } from './sign-in.server.ts'

const PAGE = 'http://localhost/directives/new'
const TYPED = { subject: 'Kết luận cuộc họp', 'tasks[0].content': 'Xây dựng kế hoạch', unit: ['a', 'b'] }

beforeAll(async () => {
  await seed({ demo: true })
})

test('what was typed when the session had ended comes back to the same person, once', async () => {
  const cookie = await cookieOf('tonghop1')
  await db.loginSession.updateMany({ data: { expiresAt: new Date(0) } })

  const { to } = await sendTo(PAGE, cookie, TYPED)
  const { loginId } = await entered('tonghop1')
  expect(await keptFields(new Request(to), { loginId })).toEqual(TYPED)
  expect(await keptFields(new Request(to), { loginId })).toBeNull()
})

test('another person who signs in at the same browser does not get it, and it waits for its owner', async () => {
  const cookie = await cookieOf('tonghop1')
  await db.loginSession.updateMany({ data: { expiresAt: new Date(0) } })

  const { to } = await sendTo(PAGE, cookie, TYPED)
  const other = await entered('tonghop2')
  expect(await keptFields(new Request(to, { headers: { cookie } }), other)).toBeNull()
  expect(await keptFields(new Request(to), await entered('tonghop1'))).toEqual(TYPED)
})

test('without a session to recognise it belongs to the browser that sent it', async () => {
  const { to, setCookie } = await sendTo(PAGE, '', TYPED)
  expect(setCookie).toMatch(/HttpOnly/)
  const signedIn = await entered('chuyenvien1.th')
  expect(await keptFields(new Request(to), signedIn)).toBeNull()
  const cookie = setCookie?.split(';')[0] ?? ''
  expect(await keptFields(new Request(to, { headers: { cookie } }), signedIn)).toEqual(TYPED)
})

test('it is given to the page of its form only, and not after a day', async () => {
  const cookie = await cookieOf('tonghop1')
  await db.loginSession.updateMany({ data: { expiresAt: new Date(0) } })
  const { to } = await sendTo(PAGE, cookie, TYPED)
  const signedIn = await entered('tonghop1')
  expect(await keptFields(new Request(to.replace('/directives/new', '/account')), signedIn)).toBeNull()
  await db.keptForm.updateMany({ data: { createdAt: new Date(Date.now() - 25 * 3_600_000) } })
  expect(await keptFields(new Request(to), signedIn)).toBeNull()
})

test('passwords and codes are never kept', async () => {
  const { to } = await sendTo('http://localhost/account', '', { oldPassword: 'abc', password: 'def', locale: 'vi' })
  const kept = await db.keptForm.findUniqueOrThrow({ where: { id: new URL(to).searchParams.get('kept') ?? '' } })
  expect(kept.fields).toEqual({ locale: 'vi' })
})

test('files are read past; the texts beside them are kept', async () => {
  const body = new FormData()
  body.append('content', 'Báo cáo tháng 11')
  body.append('files', new File(['x'.repeat(100_000)], 'bao-cao.txt'))
  const { to } = await sendTo(PAGE, '', body)
  const kept = await db.keptForm.findUniqueOrThrow({ where: { id: new URL(to).searchParams.get('kept') ?? '' } })
  expect(kept.fields).toEqual({ content: 'Báo cáo tháng 11' })
})

test('a form too large to keep still leads to the sign-in page', async () => {
  const response = await redirectOf(post(PAGE, '', { content: 'x'.repeat(400_000) }))
  expect(response.headers.get('location')).toBe('/sign-in?to=%2Fdirectives%2Fnew')
})

/** Sends a form without a living session; gives the address of the page one lands on after signing in. */
async function sendTo(page: string, cookie: string, typed: typeof TYPED | Record<string, string> | FormData) {
  const response = await redirectOf(post(page, cookie, typed))
  const signInPage = new URL(response.headers.get('location') ?? '', page)
  expect(signInPage.pathname).toBe('/sign-in')
  return {
    to: new URL(signInPage.searchParams.get('to') ?? '', page).href,
    setCookie: response.headers.get('set-cookie'),
  }
}

async function redirectOf(request: Request): Promise<Response> {
  const thrown: unknown = await requireSignedIn(request).catch((reason: unknown) => reason)
  if (!(thrown instanceof Response)) throw new Error('The act was let through.')
  return thrown
}

function post(page: string, cookie: string, typed: Record<string, string | string[]> | FormData): Request {
  const body = typed instanceof FormData ? typed : new URLSearchParams()
  if (!(typed instanceof FormData)) {
    for (const [name, value] of Object.entries(typed)) for (const one of [value].flat()) body.append(name, one)
  }
  return new Request(page, { method: 'POST', headers: { cookie, referer: page }, body })
}

async function cookieOf(username: string): Promise<string> {
  const outcome = await signIn({
    username,
    password: await demoPassword(),
    address: '10.0.0.1',
    userAgent: null,
    at: new Date(),
  })
  if (outcome.outcome !== 'signedIn') throw new Error(`${username} did not get in.`)
  return outcome.cookie.split(';')[0] ?? ''
}

async function entered(username: string): Promise<SignedIn> {
  const signedIn = await identify(new Request(PAGE, { headers: { cookie: await cookieOf(username) } }))
  if (!signedIn) throw new Error(`${username} has no session.`)
  return signedIn
}
