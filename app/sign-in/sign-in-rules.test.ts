import { describe, expect, test } from 'vitest'
import { browserName } from './browser-name.ts'
import { makeDemoPassword } from './make-demo-password.server.ts'
import { looksLikeOneTimeCode } from './one-time-code.ts'
import { passwordFault } from './password-rules.ts'
import { pathThrough, returnPath } from './return-path.ts'
import { countTry, lockedUntil, type SignInTries } from './sign-in-tries.ts'
import { isUsername } from './usernames.ts'

const START = new Date('2026-11-23T01:00:00Z')

describe('tries at an account', () => {
  test('the tenth wrong one locks for a quarter of an hour, the twentieth for half an hour, never for more than a day', () => {
    expect(minutesLocked(9)).toBe(0)
    expect(minutesLocked(10)).toBe(15)
    expect(minutesLocked(11)).toBe(0)
    expect(minutesLocked(20)).toBe(30)
    expect(minutesLocked(30)).toBe(60)
    expect(minutesLocked(500)).toBe(24 * 60)
  })

  test('a try while locked does not count and does not lengthen the lock', () => {
    const locked = { wrong: 10, lastTryAt: START }
    expect(countTry(locked, minutesLater(14))).toBeNull()
    expect(countTry(locked, minutesLater(15))).toEqual({ wrong: 11, lastTryAt: minutesLater(15) })
  })

  test('after a day without a wrong one they are forgotten, but not while a lock lasts', () => {
    expect(countTry({ wrong: 7, lastTryAt: START }, minutesLater(25 * 60))).toMatchObject({ wrong: 1 })
    expect(countTry({ wrong: 500, lastTryAt: START }, minutesLater(24 * 60 - 1))).toBeNull()
  })
})

describe('a new password', () => {
  test.each([
    ['ngắn quá', 'tooShort'],
    ['x'.repeat(129), 'tooLong'],
    ['Trưởng.KHTC-', 'isUsername'],
    ['aaaaaaaaaaaa', 'oneCharacter'],
    ['ABCD-EFGH-JKMN-PQRS', 'looksLikeCode'],
    ['mật khẩu cũ của tôi', 'isOldPassword'],
    ['mưa rơi trên mái nhà', null],
  ])('%s: %s', (password, fault) => {
    expect(passwordFault({ password, username: 'truong.khtc', oldPassword: 'mật khẩu cũ của tôi' })).toBe(fault)
  })
})

test.each([
  ['/tasks?page=2', '/tasks?page=2'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  ['/sign-in?to=/x', '/'],
  ['/sign-out', '/'],
  ['/sign-in/new-password', '/'],
  ['/sign-inventory', '/sign-inventory'],
  [null, '/'],
])('after signing in, %s leads to %s', (to, path) => {
  expect(returnPath(to)).toBe(path)
})

test('the way to the sign-in page keeps the whole address one came from', () => {
  expect(pathThrough('/sign-in', '/tasks?q=a&b=c')).toBe('/sign-in?to=%2Ftasks%3Fq%3Da%26b%3Dc')
  expect(pathThrough('/sign-in', '/')).toBe('/sign-in')
})

test('a code is known by its shape, however it is typed', () => {
  expect(looksLikeOneTimeCode('h7kq 29mf xw3t 8rpd')).toBe(true)
  expect(looksLikeOneTimeCode('H7KQ-29MF-XW3T-8RP')).toBe(false)
  expect(looksLikeOneTimeCode('H7KQ-29MF-XW3T-8RP0')).toBe(false)
})

test.each([
  ['truong.khtc', true],
  ['an', false],
  ['an..b', false],
  ['Trưởng', false],
  ['.an', false],
  ['chuyenvien1.khtc', true],
])('the username %s is well made: %s', (username, isWell) => {
  expect(isUsername(username)).toBe(isWell)
})

test('a browser is known by what it says of itself', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0'
  expect(browserName(edge)).toEqual({ browser: 'Edge', system: 'Windows' })
  expect(browserName('curl/8')).toBeNull()
  expect(browserName(null)).toBeNull()
})

function minutesLocked(wrong: number): number {
  const tries: SignInTries = { wrong, lastTryAt: START }
  return ((lockedUntil(tries)?.getTime() ?? START.getTime()) - START.getTime()) / 60_000
}

function minutesLater(minutes: number): Date {
  return new Date(START.getTime() + minutes * 60_000)
}

test('no demo password is taken for a one-time code', () => {
  const passwords = Array.from({ length: 3000 }, makeDemoPassword)
  expect(passwords.filter(looksLikeOneTimeCode)).toEqual([])
})
