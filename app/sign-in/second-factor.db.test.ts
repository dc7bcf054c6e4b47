import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AuditKind } from '#app/audit/audit-kinds.ts'
import { stopClock } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { authenticatorCode } from '#test/factories/authenticator.ts'
import { seed } from '#prisma/seed.ts'
import { demoPassword } from './demo-accounts.server.ts'
import { beginEnrolment, confirmEnrolment, recoveryCodesOf, renewRecoveryCodes } from './enrol-second-factor.server.ts'
import { resetPassword } from './give-account.server.ts'
import { identify, requireFreshSignIn, requireSignedIn, type SignedIn } from './identify.server.ts'
import { keptFields } from './kept-form.server.ts'
import { passSecondFactor } from './pass-second-factor.server.ts'
import { proveAgain } from './prove-again.server.ts'
import { setSecondFactorRoles } from './second-factor-setting.server.ts'
import { signIn } from './sign-in.server.ts'
import { noteSecondFactorReset, resetSecondFactor, turnOffSecondFactor } from './turn-off-second-factor.server.ts'

let password = ''
let addresses = 0

beforeAll(async () => {
  await seed({ demo: true })
  password = await demoPassword()
})

beforeEach(async () => {
  await db.rateLimit.deleteMany()
  await db.signInTries.deleteMany()
})

describe('turning it on', () => {
  test('takes the password and a first code; then every other session has ended and this one goes on', async () => {
    const [here, there] = [await cookieOf('truong.khtc'), await cookieOf('truong.khtc')]
    const act = await actOf(here)
    expect(await beginEnrolment({ ...act, password: 'not the password' })).toBeNull()
    const secret = (await beginEnrolment({ ...act, password }))!
    expect(await confirmEnrolment({ ...act, code: wrongCode(secret) })).toBeNull()
    expect((await identify(requestWith(here)))?.hasSecondFactor).toBe(false)

    const enrolled = await confirmEnrolment({ ...act, code: authenticatorCode(secret) })
    expect(enrolled?.recoveryCodes).toHaveLength(10)
    expect((await identify(requestWith(pairOf(enrolled!.cookie))))?.hasSecondFactor).toBe(true)
    expect(await identify(requestWith(here))).toBeNull()
    expect(await identify(requestWith(there))).toBeNull()
    expect(await lastAudit('truong.khtc')).toBe('secondFactorOn')
  })

  test('begun and not confirmed it is not asked for', async () => {
    const act = await actOf(await cookieOf('truong.pc'))
    await beginEnrolment({ ...act, password })
    expect(await tryWith('truong.pc')).toMatchObject({ outcome: 'signedIn' })
  })

  test('neither secret nor codes lie in the database as they are typed', async () => {
    const { secret, recoveryCodes } = await enrolled('pho.pc')
    const row = JSON.stringify(await db.twoFactor.findFirst({ where: { login: { username: 'pho.pc' } } }))
    expect([secret, ...recoveryCodes].filter((each) => row.includes(each))).toEqual([])
  })
})

describe('the second step', () => {
  test('the password alone opens no session; the code of the app does', async () => {
    const { secret } = await enrolled('truong.th')
    const challenge = await challengeOf('truong.th')
    const sessions = { where: { login: { username: 'truong.th' } } }
    const before = await db.loginSession.count(sessions)
    expect(await step(challenge, wrongCode(secret))).toEqual({ outcome: 'wrong' })
    expect(await db.loginSession.count(sessions)).toBe(before)
    const passed = await step(challenge, authenticatorCode(secret, { later: 1 }))
    expect(passed.outcome).toBe('signedIn')
    const cookie = passed.outcome === 'signedIn' ? pairOf(passed.cookies.at(-1) ?? '') : ''
    expect((await identify(requestWith(cookie)))?.hasSecondFactor).toBe(true)
    expect(await lastAudit('truong.th')).toBe('signedIn')
  })

  test('a code is good once, also for another sign-in in the same half minute, and for two at the same moment', async () => {
    const { secret, used } = await enrolled('truong.tt')
    // The one that confirmed the enrolment is used up too.
    expect(await step(await challengeOf('truong.tt'), used)).toEqual({ outcome: 'ended' })
    const code = authenticatorCode(secret, { later: 1 })
    const challenges = [await challengeOf('truong.tt'), await challengeOf('truong.tt'), await challengeOf('truong.tt')]
    const outcomes = await Promise.all(challenges.map((challenge) => step(challenge, code)))
    expect(outcomes.filter(({ outcome }) => outcome === 'signedIn')).toHaveLength(1)
    expect(await db.loginSession.count({ where: { login: { username: 'truong.tt' } } })).toBe(2)
  })

  test('a recovery code stands for a code, however it is typed, and once', async () => {
    const { recoveryCodes } = await enrolled('truong.dtts')
    const typed = ` ${recoveryCodes[3]!.toLowerCase().replace('-', ' ')} `
    expect(await step(await challengeOf('truong.dtts'), typed)).toMatchObject({ outcome: 'signedIn' })
    expect(await kindsOf('truong.dtts')).toContain('recoveryCodeUsed')
    expect(await step(await challengeOf('truong.dtts'), typed)).toEqual({ outcome: 'wrong' })
    expect(await recoveryCodesOf(await loginOf('truong.dtts'))).toHaveLength(9)
  })

  test('five wrong codes end the try; ten lock the account’s second step, whatever the address', async () => {
    const { secret, recoveryCodes } = await enrolled('truong.htqt')
    for (let round = 0; round < 2; round += 1) {
      const challenge = await challengeOf('truong.htqt')
      for (let count = 0; count < 5; count += 1) {
        expect(await step(challenge, wrongCode(secret))).toEqual({ outcome: 'wrong' })
      }
      const after = await step(challenge, authenticatorCode(secret, { later: 1 }))
      expect(after.outcome).toBe(round === 0 ? 'ended' : 'heldBack')
    }
    expect(await step(await challengeOf('truong.htqt'), recoveryCodes[0]!)).toMatchObject({ outcome: 'heldBack' })
    expect(await kindsOf(null)).toContain('secondFactorRefused')
  })

  test('a cookie that is not ours is nobody, and one of an ended try neither', async () => {
    const { secret } = await enrolled('truong.tccb')
    const code = authenticatorCode(secret, { later: 1 })
    const challenge = await challengeOf('truong.tccb')
    expect(await step(`${challenge.slice(0, -6)}AAAA%3D`, code)).toEqual({ outcome: 'ended' })
    expect(await step('better-auth.two_factor=2fa-abc.def', code)).toEqual({ outcome: 'ended' })
    expect(await step(challenge, code)).toMatchObject({ outcome: 'signedIn' })
    expect(await step(challenge, authenticatorCode(secret))).toEqual({ outcome: 'ended' })
  })

  test('an administrator’s one-time code does not go round it', async () => {
    const { secret } = await enrolled('pho.th')
    const administrator = await administratorAct()
    const { code } = await resetPassword({ ...administrator, personId: await personOf('pho.th') })
    const first = await tryWith('pho.th', code)
    expect(first.outcome).toBe('secondFactor')
    const challenge = first.outcome === 'secondFactor' ? pairOf(first.cookie) : ''
    const passed = await step(challenge, authenticatorCode(secret, { later: 1 }))
    const cookie = passed.outcome === 'signedIn' ? pairOf(passed.cookies.at(-1) ?? '') : ''
    expect((await identify(requestWith(cookie)))?.mustSetPassword).toBe(true)
  })

  test('whoever was locked between the two steps does not get in', async () => {
    const { secret } = await enrolled('pho.tt')
    const challenge = await challengeOf('pho.tt')
    await db.login.update({ where: { username: 'pho.tt' }, data: { banned: true } })
    expect(await step(challenge, authenticatorCode(secret, { later: 1 }))).toEqual({ outcome: 'ended' })
  })
})

describe('afterwards', () => {
  test('new recovery codes make the old ones void', async () => {
    const { recoveryCodes, act } = await enrolled('pho.khtc')
    expect(await renewRecoveryCodes({ ...act, password: 'not the password' })).toBeNull()
    const renewed = await renewRecoveryCodes({ ...act, password })
    expect(renewed).toHaveLength(10)
    expect(await step(await challengeOf('pho.khtc'), recoveryCodes[0]!)).toEqual({ outcome: 'wrong' })
    expect(await step(await challengeOf('pho.khtc'), renewed![0]!)).toMatchObject({ outcome: 'signedIn' })
  })

  test('it is turned off by the password, and not where a post asks for it', async () => {
    const { act } = await enrolled('pho.htqt')
    await expect(turnOffSecondFactor({ ...act, password, isRequired: true })).rejects.toThrow('required')
    expect(await turnOffSecondFactor({ ...act, password: 'not the password', isRequired: false })).toBe(false)
    expect(await turnOffSecondFactor({ ...act, password, isRequired: false })).toBe(true)
    expect(await lastAudit('pho.htqt')).toBe('secondFactorOff')
    expect(await tryWith('pho.htqt')).toMatchObject({ outcome: 'signedIn' })
  })

  test('an administrator takes it away; the person is told before anything else, once', async () => {
    await enrolled('truong.csdt')
    const administrator = await administratorAct()
    const personId = await personOf('truong.csdt')
    await resetSecondFactor({ ...administrator, personId })
    await expect(resetSecondFactor({ ...administrator, personId })).rejects.toThrow('notOn')
    await expect(resetSecondFactor({ ...administrator, personId: administrator.by.personId })).rejects.toThrow(
      'ownAccount',
    )
    const cookie = await cookieOf('truong.csdt')
    expect(await placeOf(requestWith(cookie, '/tasks'))).toBe('/sign-in/second-factor-reset?to=%2Ftasks')
    await noteSecondFactorReset(await actOf(cookie))
    expect(await placeOf(requestWith(cookie, '/tasks'))).toBeNull()
  })
})

describe('required for a role', () => {
  test('whoever holds such a post and has none is led to it before anything else, and what was typed is kept', async () => {
    const cookie = await cookieOf('truong.dp1')
    const other = await cookieOf('chuyenvien1.th')
    await setSecondFactorRoles({ ...(await administratorAct()), roles: ['UNIT_HEAD'] })
    expect(await placeOf(requestWith(cookie, '/tasks?page=2'))).toBe('/sign-in/enrol?to=%2Ftasks%3Fpage%3D2')
    expect(await placeOf(requestWith(other, '/tasks'))).toBeNull()

    const typed = { content: 'Báo cáo tháng 11' }
    const place = (await placeOf(post('/tasks/1/acts/report', cookie, typed))) ?? ''
    const to = new URL(place, 'http://localhost').searchParams.get('to') ?? ''
    const request = requestWith(cookie, to)
    expect(await keptFields(request, { loginId: await loginOf('truong.dp1') })).toEqual(typed)

    const act = await actOf(cookie)
    const secret = (await beginEnrolment({ ...act, password }))!
    const { cookie: next } = (await confirmEnrolment({ ...act, code: authenticatorCode(secret) }))!
    expect(await placeOf(requestWith(pairOf(next), '/tasks'))).toBeNull()
    await setSecondFactorRoles({ ...(await administratorAct()), roles: [] })
    expect(await kindsOf('quantri')).toContain('secondFactorRolesChanged')
  })

  test('only an administrator says for which', async () => {
    const { actor } = (await identify(requestWith(await cookieOf('chunhiem'))))!
    const act = { by: actor, address: null, at: new Date(), roles: [] }
    await expect(setSecondFactorRoles(act)).rejects.toThrow('adminOnly')
  })
})

describe('a fresh sign-in', () => {
  test('is a quarter of an hour old at most; what was typed is kept through the page that asks again', async () => {
    const cookie = await cookieOf('chuyenvien2.th')
    const typed = { title: 'Chuyên viên' }
    expect((await requireFreshSignIn(post('/admin/people/1/posts/new', cookie, typed))).loginId).toBeTruthy()
    const restart = stopClock(new Date(Date.now() + 16 * 60_000))
    try {
      const place = await placeOf(post('/admin/people/1/posts/new', cookie, typed), requireFreshSignIn)
      expect(place).toMatch(/^\/sign-in\/again\?to=%2Fadmin%2Fpeople%2F1%2Fposts%2Fnew%3Fkept%3D/)
      const act = { ...(await actOf(cookie)), at: new Date(Date.now() + 16 * 60_000) }
      expect(await proveAgain({ ...act, password: 'not the password', code: '' })).toBe(false)
      expect(await proveAgain({ ...act, password, code: '' })).toBe(true)
      expect(await placeOf(post('/admin/people/1/posts/new', cookie, typed), requireFreshSignIn)).toBeNull()
      const to = new URL(place ?? '', 'http://localhost').searchParams.get('to') ?? ''
      expect(await keptFields(requestWith(cookie, to), act)).toEqual(typed)
    } finally {
      restart()
    }
    expect(await kindsOf('chuyenvien2.th')).toEqual(expect.arrayContaining(['proofRefused', 'provedAgain']))
  })

  test('takes a code as well from whoever has a second factor, and no code twice', async () => {
    const { secret, act, recoveryCodes } = await enrolled('chuyenvien3.th')
    expect(await proveAgain({ ...act, password, code: '' })).toBe(false)
    expect(await proveAgain({ ...act, password, code: wrongCode(secret) })).toBe(false)
    expect(await proveAgain({ ...act, password: 'not the password', code: authenticatorCode(secret) })).toBe(false)
    const code = authenticatorCode(secret, { later: 1 })
    expect(await proveAgain({ ...act, password, code })).toBe(true)
    expect(await proveAgain({ ...act, password, code })).toBe(false)
    expect(await proveAgain({ ...act, password, code: recoveryCodes[0]! })).toBe(true)
    expect(await proveAgain({ ...act, password, code: recoveryCodes[0]! })).toBe(false)
  })

  test('after ten wrong ones nothing is heard for a while, not even what is right', async () => {
    const act = await actOf(await cookieOf('chuyenvien1.khtc'))
    for (let count = 0; count < 10; count += 1) await proveAgain({ ...act, password: 'not the password', code: '' })
    expect(await proveAgain({ ...act, password, code: '' })).toBe(false)
  })
})

async function enrolled(username: string) {
  const cookie = await cookieOf(username)
  const act = await actOf(cookie)
  const secret = await beginEnrolment({ ...act, password })
  if (!secret) throw new Error(`${username} could not begin.`)
  const used = authenticatorCode(secret)
  const confirmed = await confirmEnrolment({ ...act, code: used })
  if (!confirmed) throw new Error(`${username} could not confirm.`)
  return { secret, used, recoveryCodes: confirmed.recoveryCodes, act: await actOf(pairOf(confirmed.cookie)) }
}

/** Every try from another address, so that only the limits by account are at work. */
function nextAddress(): string {
  addresses += 1
  return `10.3.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`
}

function tryWith(username: string, tried = password) {
  return signIn({ username, password: tried, address: nextAddress(), userAgent: 'test', at: new Date() })
}

async function cookieOf(username: string): Promise<string> {
  const entered = await tryWith(username)
  if (entered.outcome !== 'signedIn') throw new Error(`${username} did not get in: ${entered.outcome}`)
  return pairOf(entered.cookie)
}

async function challengeOf(username: string): Promise<string> {
  const first = await tryWith(username)
  if (first.outcome !== 'secondFactor') throw new Error(`${username} was not asked: ${first.outcome}`)
  return pairOf(first.cookie)
}

function step(challenge: string, code: string) {
  return passSecondFactor({ challenge, code, address: nextAddress(), userAgent: 'test', at: new Date() })
}

async function actOf(cookie: string) {
  const signedIn = (await identify(requestWith(cookie))) as SignedIn
  const { loginId, sessionId, actor } = signedIn
  const client = { address: nextAddress(), userAgent: 'test', cookie }
  return { loginId, sessionId, by: actor, address: null, at: new Date(), client }
}

async function administratorAct() {
  const { actor } = (await identify(requestWith(await cookieOf('quantri')))) as SignedIn
  return { by: actor, address: null, at: new Date() }
}

/** Where somebody is led instead, or null when they are let through. */
async function placeOf(request: Request, ask = requireSignedIn): Promise<string | null> {
  const answer: unknown = await ask(request).catch((thrown: unknown) => thrown)
  return answer instanceof Response ? answer.headers.get('location') : null
}

function requestWith(cookie: string, path = '/'): Request {
  return new Request(new URL(path, 'http://localhost'), { headers: { cookie } })
}

function post(path: string, cookie: string, typed: Record<string, string>): Request {
  const body = new URLSearchParams(typed)
  return new Request(new URL(path, 'http://localhost'), { method: 'POST', headers: { cookie }, body })
}

function pairOf(cookie: string): string {
  return cookie.split(';')[0] ?? ''
}

/** Six figures that are none of those taken now. */
function wrongCode(secret: string): string {
  const right = [-1, 0, 1].map((later) => authenticatorCode(secret, { later }))
  return ['111111', '222222', '333333', '444444'].find((code) => !right.includes(code))!
}

async function loginOf(username: string): Promise<string> {
  return (await db.login.findUniqueOrThrow({ where: { username } })).id
}

async function personOf(username: string): Promise<string> {
  return (await db.login.findUniqueOrThrow({ where: { username } })).personId ?? ''
}

async function kindsOf(username: string | null): Promise<string[]> {
  const actorId = username && (await personOf(username))
  const entries = await db.auditEntry.findMany({ where: { actorId }, orderBy: { id: 'asc' } })
  return entries.map(({ kind }) => kind)
}

async function lastAudit(username: string): Promise<AuditKind | undefined> {
  return (await kindsOf(username)).at(-1) as AuditKind | undefined
}
