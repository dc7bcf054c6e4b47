import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { stopClock } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { seed } from '#prisma/seed.ts'
import { auth } from './auth.server.ts'
import { changePassword, setFirstPassword } from './change-password.server.ts'
import { demoPassword } from './demo-accounts.server.ts'
import { createAccount, resetPassword } from './give-account.server.ts'
import { identify, type SignedIn } from './identify.server.ts'
import { lockAccount, unlockAccount } from './lock-account.server.ts'
import { signIn } from './sign-in.server.ts'
import { signOut, signOutEverywhere } from './sign-out.server.ts'
import { TRIES_BEFORE_LOCK } from './sign-in-tries.ts'

const MORNING = new Date('2026-11-23T01:00:00Z')
const WRONG = 'nobody would choose this'
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

describe('the way in', () => {
  test('the right password opens a session that names the person, the posts and what they stand for', async () => {
    const head = await enter('truong.khtc')
    expect(head.person.fullName).toBe('Vụ trưởng Vụ Kế hoạch - Tài chính')
    expect(head.organ.abbreviation).toBe('UBDT')
    expect(head.actor.posts.map((post) => post.role)).toEqual(['UNIT_HEAD'])
    expect(head.principals).toContain(`unit:${head.actor.posts[0]?.unitId}`)
  })

  test('the name is taken as people type it', async () => {
    await expect(tryWith(' Truong.KHTC ', password)).resolves.toMatchObject({ outcome: 'signedIn' })
  })

  test('better-auth reads the cookie we write, and our reader agrees with it', async () => {
    const cookie = await cookieOf('truong.pc')
    const session = await auth.api.getSession({ headers: new Headers({ cookie }) })
    expect(session?.user.id).toBe((await identify(requestWith(cookie)))?.loginId)
  })

  test('a cookie with a changed token or signature is nobody', async () => {
    const cookie = await cookieOf('truong.pc')
    expect(await identify(requestWith(cookie.replace('=', '=x')))).toBeNull()
    expect(await identify(requestWith(cookie.slice(0, -8)))).toBeNull()
    expect(await identify(new Request('http://localhost/'))).toBeNull()
  })

  test('a session unused for twelve hours has ended; one in use has not', async () => {
    const cookie = await cookieOf('truong.th')
    const at = Date.now()
    for (const hours of [8, 16, 24]) {
      const restart = stopClock(new Date(at + hours * 3_600_000))
      expect(await identify(requestWith(cookie)), `after ${hours} hours`).not.toBeNull()
      restart()
    }
    const restart = stopClock(new Date(at + 37 * 3_600_000))
    expect(await identify(requestWith(cookie))).toBeNull()
    restart()
  })
})

describe('nobody learns which accounts there are', () => {
  test('a wrong name, a wrong password, an account without password and a locked one get the same answer', async () => {
    const administrator = await enter('quantri')
    const personId = await personOf('chuyenvien2.tcdt')
    await lockAccount({ ...actOf(administrator), personId })
    await resetPassword({ ...actOf(administrator), personId: await personOf('pho.tcdt') })

    expect(await tryWith('nobody.here', WRONG)).toEqual({ outcome: 'refused' })
    expect(await tryWith('truong.tcdt', WRONG)).toEqual({ outcome: 'refused' })
    expect(await tryWith('pho.tcdt', password)).toEqual({ outcome: 'refused' })
    expect(await tryWith('chuyenvien2.tcdt', password)).toEqual({ outcome: 'refused' })
    expect(await tryWith('truong.tcdt', 'ABCD-EFGH-JKMN-PQRS')).toEqual({ outcome: 'refused' })
    expect(await tryWith('x', WRONG)).toEqual({ outcome: 'refused' })

    await unlockAccount({ ...actOf(administrator), personId })
    expect(await tryWith('chuyenvien2.tcdt', password)).toMatchObject({ outcome: 'signedIn' })
  })

  test('each refusal spends the time of one password check', async () => {
    const names = ['nobody.here', 'truong.hvdt', 'chuyenvien1.hvdt']
    await db.signInTries.create({
      data: { username: 'chuyenvien1.hvdt', wrong: TRIES_BEFORE_LOCK, lastTryAt: new Date() },
    })
    const spent = new Map(names.map((name) => [name, [] as number[]]))
    for (let round = 0; round < 7; round += 1) {
      for (const name of names) {
        const began = performance.now()
        await tryWith(name, WRONG)
        spent.get(name)?.push(performance.now() - began)
      }
    }
    const medians = [...spent.values()].map((times) => times.sort((a, b) => a - b)[3] ?? 0)
    expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(2.5)
  })

  test('the audit log never holds a name that is no account: it may be a password', async () => {
    await tryWith('hunter2hunter2', WRONG)
    const entries = await db.auditEntry.findMany({ where: { kind: 'signInRefused' } })
    expect(JSON.stringify(entries)).not.toContain('hunter2')
  })
})

describe('limits', () => {
  test('ten wrong tries lock the account, from whatever addresses they came, and the right password too', async () => {
    for (let count = 0; count < TRIES_BEFORE_LOCK; count += 1) await tryWith('truong.dp1', WRONG)
    expect(await tryWith('truong.dp1', password)).toEqual({ outcome: 'refused' })
    expect(await tryWith('pho.dp1', password)).toMatchObject({ outcome: 'signedIn' })
  })

  test('of many tries at the same moment no more than ten are heard', async () => {
    const tries = Array.from({ length: 15 }, () => tryWith('truong.dp2', WRONG))
    await Promise.all(tries)
    const row = await db.signInTries.findUniqueOrThrow({ where: { username: 'truong.dp2' } })
    expect(row.wrong).toBe(TRIES_BEFORE_LOCK)
  })

  test('the lock ends after a quarter of an hour, and a right password clears the count', async () => {
    for (let count = 0; count < TRIES_BEFORE_LOCK; count += 1) await tryWith('truong.dp3', WRONG)
    const restart = stopClock(new Date(Date.now() + 15 * 60_000 + 1000))
    expect(await tryWith('truong.dp3', password)).toMatchObject({ outcome: 'signedIn' })
    restart()
    expect(await db.signInTries.findUnique({ where: { username: 'truong.dp3' } })).toBeNull()
  })

  test('one address is held back after sixty tries a minute, whatever the names, and locks nobody by the rest', async () => {
    await db.rateLimit.create({
      data: { key: '10.9.9.9|/sign-in/username', count: 60, lastRequest: BigInt(Date.now()) },
    })
    const held = await signIn({ username: 'truong.csdt', password, address: '10.9.9.9', userAgent: null, at: MORNING })
    expect(held).toMatchObject({ outcome: 'heldBack' })
    expect(await db.signInTries.findUnique({ where: { username: 'truong.csdt' } })).toBeNull()
    expect(await tryWith('truong.csdt', password)).toMatchObject({ outcome: 'signedIn' })
  })

  test('of tries at name after name sixty from one address are heard, and then not even the right password', async () => {
    const fromOneAddress = (username: string, tried: string) =>
      signIn({ username, password: tried, address: '10.8.8.8', userAgent: null, at: MORNING })
    const names = Array.from({ length: 60 }, (_, count) => `nobody.${count}`)
    for (const name of names) expect(await fromOneAddress(name, WRONG), name).toEqual({ outcome: 'refused' })

    const held = await fromOneAddress('pho.csdt', password)
    if (held.outcome !== 'heldBack') throw new Error(`The last try was ${held.outcome}.`)
    expect(held.waitSeconds).toBeGreaterThan(0)
    expect(held.waitSeconds).toBeLessThanOrEqual(60)
    expect(await tryWith('pho.csdt', password)).toMatchObject({ outcome: 'signedIn' })
  })
})

describe('the way out', () => {
  test('a session that was ended is dead at the next request', async () => {
    const cookie = await cookieOf('chuyenvien1.th')
    const signedIn = await identify(requestWith(cookie))
    if (signedIn) await signOut(actOf(signedIn))
    expect(await identify(requestWith(cookie))).toBeNull()
  })

  test('signing out everywhere ends the session in the other browser', async () => {
    const [here, there] = [await cookieOf('chuyenvien2.th'), await cookieOf('chuyenvien2.th')]
    const signedIn = await identify(requestWith(here))
    if (signedIn) await signOutEverywhere(actOf(signedIn))
    expect(await identify(requestWith(there))).toBeNull()
  })

  test('locking an account ends its sessions at once', async () => {
    const cookie = await cookieOf('chuyenvien3.th')
    const personId = await personOf('chuyenvien3.th')
    await lockAccount({ ...actOf(await enter('quantri')), personId })
    expect(await identify(requestWith(cookie))).toBeNull()
  })
})

describe('a one-time code', () => {
  test('opens the account once, leads to a password of one’s own, and is void afterwards', async () => {
    const administrator = await enter('quantri')
    const { code } = await resetPassword({ ...actOf(administrator), personId: await personOf('pho.htqt') })
    const typed = code.toLowerCase().replaceAll('-', ' ')

    const first = await tryWith('pho.htqt', typed)
    expect(first.outcome).toBe('signedIn')
    expect(await tryWith('pho.htqt', code)).toEqual({ outcome: 'refused' })

    const signedIn = await identify(requestWith(first.outcome === 'signedIn' ? first.cookie : ''))
    if (!signedIn) throw new Error('The code opened no session.')
    expect(signedIn.mustSetPassword).toBe(true)
    expect(await setFirstPassword({ ...actOf(signedIn), password: 'Pho.HTQT' })).toEqual({
      changed: false,
      fault: 'tooShort',
    })
    expect(await setFirstPassword({ ...actOf(signedIn), password: 'Phó-HTQT---' })).toEqual({
      changed: false,
      fault: 'isUsername',
    })
    expect(await setFirstPassword({ ...actOf(signedIn), password: 'mưa rơi trên mái' })).toEqual({ changed: true })
    await expect(setFirstPassword({ ...actOf(signedIn), password: 'a second one, quietly' })).rejects.toThrow(
      'hasPassword',
    )

    expect(await tryWith('pho.htqt', password)).toEqual({ outcome: 'refused' })
    expect((await enter('pho.htqt', 'mưa rơi trên mái')).mustSetPassword).toBe(false)
  })

  test('of two people with the same code one gets in', async () => {
    const { code } = await resetPassword({ ...actOf(await enter('quantri')), personId: await personOf('truong.htqt') })
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => tryWith('truong.htqt', code)))
    expect(outcomes.filter(({ outcome }) => outcome === 'signedIn')).toHaveLength(1)
  })

  test('lapses after three days, and when a newer one is given', async () => {
    const act = { ...actOf(await enter('quantri')), personId: await personOf('chuyenvien1.htqt') }
    const { code: older } = await resetPassword(act)
    const { code } = await resetPassword(act)
    expect(await tryWith('chuyenvien1.htqt', older)).toEqual({ outcome: 'refused' })
    const restart = stopClock(new Date(Date.now() + 73 * 3_600_000))
    expect(await tryWith('chuyenvien1.htqt', code)).toEqual({ outcome: 'refused' })
    restart()
  })

  test('belongs to one account only', async () => {
    const { code } = await resetPassword({
      ...actOf(await enter('quantri')),
      personId: await personOf('chuyenvien2.htqt'),
    })
    expect(await tryWith('chuyenvien1.pc', code)).toEqual({ outcome: 'refused' })
    expect(await tryWith('chuyenvien2.htqt', code)).toMatchObject({ outcome: 'signedIn' })
  })

  test('comes with a new account; nothing of it is in the audit log', async () => {
    const administrator = await enter('quantri')
    const person = await db.person.create({
      data: { organId: administrator.person.organId, fullName: 'Người mới', givenName: 'mới', searchText: 'nguoi moi' },
    })
    const { code } = await createAccount({ ...actOf(administrator), personId: person.id, username: 'nguoi.moi' })
    expect(await tryWith('nguoi.moi', code)).toMatchObject({ outcome: 'signedIn' })
    expect(JSON.stringify(await db.auditEntry.findMany())).not.toContain(code)
    await expect(createAccount({ ...actOf(administrator), personId: person.id, username: 'khac' })).rejects.toThrow(
      'hasAccount',
    )
  })
})

describe('a change of password', () => {
  test('needs the old one, ends the other sessions and keeps this one', async () => {
    const [here, there] = [await cookieOf('truong.tt'), await cookieOf('truong.tt')]
    const signedIn = await identify(requestWith(here))
    if (!signedIn) throw new Error('No session.')
    const next = 'một mật khẩu khác hẳn'
    expect(await changePassword({ ...actOf(signedIn), oldPassword: WRONG, password: next })).toEqual({
      changed: false,
      fault: 'wrongOldPassword',
    })
    expect(await changePassword({ ...actOf(signedIn), oldPassword: password, password })).toEqual({
      changed: false,
      fault: 'isOldPassword',
    })
    expect(await changePassword({ ...actOf(signedIn), oldPassword: password, password: next })).toEqual({
      changed: true,
    })
    expect(await identify(requestWith(here))).not.toBeNull()
    expect(await identify(requestWith(there))).toBeNull()
    expect(await tryWith('truong.tt', password)).toEqual({ outcome: 'refused' })
  })
})

describe('who may manage accounts', () => {
  test('only an administrator, and not their own account', async () => {
    const chairman = await enter('chunhiem')
    const administrator = await enter('quantri')
    const personId = await personOf('truong.vp')
    await expect(lockAccount({ ...actOf(chairman), personId })).rejects.toThrow('adminOnly')
    await expect(lockAccount({ ...actOf(administrator), personId: administrator.person.id })).rejects.toThrow(
      'ownAccount',
    )
  })
})

/** Every try from another address, so that only the limit by account is at work. */
function tryWith(username: string, tried: string) {
  addresses += 1
  const address = `10.1.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`
  return signIn({ username, password: tried, address, userAgent: 'test', at: MORNING })
}

async function cookieOf(username: string, own = password): Promise<string> {
  const entered = await tryWith(username, own)
  if (entered.outcome !== 'signedIn') throw new Error(`${username} did not get in.`)
  return entered.cookie.split(';')[0] ?? ''
}

async function enter(username: string, own = password): Promise<SignedIn> {
  const signedIn = await identify(requestWith(await cookieOf(username, own)))
  if (!signedIn) throw new Error(`${username} has no session.`)
  return signedIn
}

function requestWith(cookie: string): Request {
  return new Request('http://localhost/', { headers: { cookie: cookie.split(';')[0] ?? '' } })
}

function actOf({ loginId, sessionId, actor }: SignedIn) {
  return { loginId, sessionId, by: actor, address: null, at: new Date() }
}

async function personOf(username: string): Promise<string> {
  const { personId } = await db.login.findUniqueOrThrow({ where: { username } })
  return personId ?? ''
}
