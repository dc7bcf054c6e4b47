import { beforeAll, expect, test } from 'vitest'
import { stopClock } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { countStatements, statementsSoFar } from '#app/platform/statements.server.ts'
import { seed } from '#prisma/seed.ts'
import { demoPassword, hasDemoAccounts } from './demo-accounts.server.ts'
import { identify, requireSignedIn } from './identify.server.ts'
import { signIn } from './sign-in.server.ts'

beforeAll(async () => {
  await seed({ demo: true })
})

test('a post gives its rights from the first moment of its first day to the last moment of its last day', async () => {
  const request = await requestOf('truong.dtts')
  await db.post.updateMany({
    where: { person: { login: { username: 'truong.dtts' } } },
    data: { validFrom: toDayColumn('2026-12-01'), validTo: toDayColumn('2026-12-03') },
  })
  // Midnight in the office is five in the afternoon of the day before in Greenwich.
  expect(await rolesAt(request, '2026-11-30T16:59:59Z')).toEqual([])
  expect(await rolesAt(request, '2026-11-30T17:00:00Z')).toEqual(['UNIT_HEAD'])
  expect(await rolesAt(request, '2026-12-03T16:59:59Z')).toEqual(['UNIT_HEAD'])
  expect(await rolesAt(request, '2026-12-03T17:00:00Z')).toEqual([])
})

test('a charge counts while it lasts, and no longer than the leader’s post', async () => {
  const request = await requestOf('phochunhiem3')
  expect((await identify(request))?.actor.chargeUnitIds).toHaveLength(4)

  const ofThirdDeputy = { login: { username: 'phochunhiem3' } }
  const [first] = await db.charge.findMany({ where: { leader: ofThirdDeputy } })
  await db.charge.update({ where: { id: first?.id ?? '' }, data: { validTo: toDayColumn('2022-01-01') } })
  expect((await identify(request))?.actor.chargeUnitIds).toHaveLength(3)

  await db.post.updateMany({ where: { person: ofThirdDeputy }, data: { validTo: toDayColumn('2022-01-01') } })
  const former = await identify(request)
  expect(former?.actor.chargeUnitIds).toEqual([])
  expect(former?.principals).toEqual([])
})

test('who holds two posts has the rights of both', async () => {
  const signedIn = await identify(await requestOf('pho.vp'))
  expect(signedIn?.actor.posts.map(({ role }) => role).sort()).toEqual(['DEPUTY_HEAD', 'SECRETARIAT'])
  expect(signedIn?.principals.map((principal) => principal.split(':')[0]).sort()).toEqual([
    'duty',
    'named',
    'person',
    'unit',
  ])
})

test('an administrator’s post opens no content: it stands for nobody', async () => {
  const signedIn = await identify(await requestOf('quantri'))
  expect(signedIn?.principals).toEqual([])
})

test('a session is read in one statement, and none is sent for a cookie that is not ours', async () => {
  const request = await requestOf('truong.pc')
  const counted = await countStatements(async () => {
    await identify(request)
    return statementsSoFar()
  })
  expect(counted).toBe(1)
  const forged = new Request('http://localhost/', { headers: { cookie: 'better-auth.session_token=abc.def' } })
  const none = await countStatements(async () => {
    await identify(forged)
    return statementsSoFar()
  })
  expect(none).toBe(0)
})

test('without a session one is led to the sign-in page and back; with a code just used, to a password', async () => {
  const nobody = new Request('http://localhost/tasks?page=2')
  expect(await placeOf(nobody)).toBe('/sign-in?to=%2Ftasks%3Fpage%3D2')
  const request = await requestOf('truong.th')
  await db.login.updateMany({ where: { username: 'truong.th' }, data: { mustSetPassword: true } })
  expect(await placeOf(request)).toBe('/sign-in/new-password')
})

test('the demo accounts count until each is locked or has a password of its own', async () => {
  expect(await hasDemoAccounts()).toBe(true)
  await db.loginMethod.updateMany({ where: { login: { username: { not: 'quantri' } } }, data: { password: 'another' } })
  expect(await hasDemoAccounts()).toBe(true)
  await db.login.updateMany({ where: { username: 'quantri' }, data: { banned: true } })
  expect(await hasDemoAccounts()).toBe(false)
})

async function rolesAt(request: Request, moment: string): Promise<string[] | undefined> {
  await db.loginSession.updateMany({ data: { expiresAt: new Date('2027-01-01T00:00:00Z') } })
  const restart = stopClock(new Date(moment))
  try {
    return (await identify(request))?.actor.posts.map(({ role }) => role)
  } finally {
    restart()
  }
}

async function placeOf(request: Request): Promise<string | null> {
  const thrown: unknown = await requireSignedIn(request).catch((reason: unknown) => reason)
  return thrown instanceof Response ? thrown.headers.get('location') : null
}

async function requestOf(username: string): Promise<Request> {
  const password = await demoPassword()
  const entered = await signIn({ username, password, address: '10.0.0.1', userAgent: null, at: new Date() })
  if (entered.outcome !== 'signedIn') throw new Error(`${username} did not get in.`)
  return new Request('http://localhost/', { headers: { cookie: entered.cookie.split(';')[0] ?? '' } })
}
