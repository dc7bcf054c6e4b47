/**
 * Very many open pages at once, from another process, half of them on lines that hardly move: a notice comes to all of them soon,
 * and for the others in the office pages load as ever.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { env } from '#app/platform/env.server.ts'
import { transaction } from '#app/platform/db.server.ts'
import { NODE_OPTIONS } from '#app/platform/supervise.server.ts'
import { tell } from '#app/notices/tell.server.ts'
import { demoPassword } from '#app/sign-in/demo-accounts.server.ts'
import { percentile } from '#test/bench/percentile.ts'
import { memoryOf } from '#test/bench/processes.ts'
import { signedInAs } from '#test/e2e/browser.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { ensureBuilt } from '#test/visibility/built-app.ts'
import { type RunningApp, startProcess } from '#test/visibility/running-app.ts'
import { type OpenPages, type SignedInPerson, signedInPeople, startOpenPages } from './open-pages.ts'
import type { OpenStream, Pace, Seen } from './reading-process.ts'

const isLong = process.env.LONG === '1'
const STREAMS = isLong ? 500 : 40
const ROUNDS = isLong ? 5 : 2
const TABS = 8
const PATHS = ['/my-work', '/tasks', '/notices', '/account']
/** What is asked for of 500, on a machine that does nothing else. Beside other suites only that they all hear of it. */
const LONGEST_WAY_MILLISECONDS = isLong ? 2000 : 10_000
const MOST_KILOBYTES_A_STREAM = 200
const MESSAGES_OF_A_FLOOD = isLong ? 20_000 : 1000

let web: RunningApp
let pages: OpenPages
let people: SignedInPerson[]

beforeAll(async () => {
  await ensureBuilt()
  await demoOffice()
  web = await startProcess('server.ts', { execArgv: NODE_OPTIONS })
  pages = await startOpenPages()
  people = await signedInPeople(STREAMS)
})
afterAll(async () => {
  pages?.end()
  await web?.stop()
})

test('a notice comes to very many open pages, half of them on slow lines, while a browser with eight tabs loads pages', async () => {
  const paced = (pace: (index: number) => Pace): OpenStream[] =>
    people.map(({ cookie }, index) => ({ cookie, pace: pace(index) }))
  // Once before it counts: what a process has once needed it keeps.
  await pages.open(
    web.address,
    paced(() => 'eager'),
  )
  await pages.close()
  const before = await quietMemory()
  await pages.open(
    web.address,
    paced((index) => (index % 2 === 0 ? 'eager' : 'slow')),
  )
  const opened = await quietMemory()
  const tabs = await openTabs()
  const rounds: Round[] = []
  const loads: number[] = []
  for (let round = 1; round <= ROUNDS; round += 1) {
    const [told, loaded] = await Promise.all([tellAll(round), loadPages(tabs)])
    rounds.push(told)
    loads.push(...loaded)
  }
  const after = await quietMemory()

  const kilobytes = ((after - before) * 1024) / STREAMS
  console.log(
    [
      `${STREAMS} streams, ${ROUNDS} notices to all; milliseconds as median / p95 / most`,
      `the right count, reading at once ${figures(rounds.flatMap(({ eager }) => eager))}`,
      `the right count, on slow lines ${figures(rounds.flatMap(({ slow }) => slow))}`,
      `${loads.length} pages in ${TABS} tabs meanwhile ${figures(loads)}`,
      `web process ${before} MiB, ${opened} with the streams, ${after} after the notices: ${Math.round(kilobytes)} kB a stream`,
    ].join('\n  '),
  )
  for (const { seen } of rounds) expect(new Set(seen.map(({ heardAt }) => heardAt.length))).toEqual(new Set([1]))
  expect(Math.max(...rounds.flatMap(({ eager, slow }) => [...eager, ...slow]))).toBeLessThan(LONGEST_WAY_MILLISECONDS)
  expect(kilobytes).toBeLessThan(isLong ? MOST_KILOBYTES_A_STREAM : 10 * MOST_KILOBYTES_A_STREAM)
  expect(web.faults()).toEqual([])
  await pages.close()
})

test('for who does not read nothing is held, and they find the right count when they read', async () => {
  const [deaf] = await signedInPeople(1)
  await pages.open(web.address, [{ cookie: deaf!.cookie, pace: 'deaf' }])
  const before = await quietMemory()
  const began = performance.now()
  await flood(deaf!.personId)
  const seconds = (performance.now() - began) / 1000
  const after = await quietMemory()
  await transaction('tell', (tx) => tell(tx, [noticeFor(deaf!, 'deaf')]))
  await pages.listenAgain()
  await expect.poll(async () => (await pages.look())[0]!.unread, { timeout: 10_000 }).toBe(1)
  const [{ heardAt } = { heardAt: [] }] = await pages.look()
  console.log(
    `${MESSAGES_OF_A_FLOOD} changes in ${Math.round(seconds)} s for one who does not read: ${heardAt.length} messages waited; ` +
      `web process ${before} MiB before, ${after} after`,
  )

  await pages.close()
  await pages.open(web.address, [{ cookie: deaf!.cookie, pace: 'eager' }])
  await transaction('tell', (tx) => tell(tx, [noticeFor(deaf!, 'again')]))
  await expect.poll(async () => (await pages.look())[0]!.unread, { timeout: 10_000 }).toBe(2)
})

interface Round {
  seen: Seen[]
  /** How long it was on its way, in milliseconds from the moment at which it was committed. */
  eager: number[]
  slow: number[]
}

async function tellAll(round: number): Promise<Round> {
  await pages.forget()
  await transaction('tell', (tx) =>
    tell(
      tx,
      people.map((person) => noticeFor(person, `round:${round}`)),
    ),
  )
  const toldAt = Date.now()
  const haveAllHeard = async () => (await pages.look()).every(({ unread }) => unread === round)
  await expect.poll(haveAllHeard, { timeout: 60_000, interval: 100 }).toBe(true)
  const seen = await pages.look()
  const waysOf = (pace: Pace) => seen.filter((each) => each.pace === pace).map(({ heardAt }) => heardAt[0]! - toldAt)
  return { seen, eager: waysOf('eager'), slow: waysOf('slow') }
}

function noticeFor({ personId }: SignedInPerson, causeKey: string) {
  return { personId, kind: 'urged' as const, rootId: null, subjectId: null, causeKey, values: {}, at: new Date() }
}

async function openTabs() {
  const of = { address: web.address, password: await demoPassword() }
  const first = await signedInAs('truong.tttt', { of })
  const others = await Promise.all(Array.from({ length: TABS - 1 }, () => first.context().newPage()))
  return [first, ...others]
}

/** In every tab at once, as long as each takes until it has come whole; in milliseconds. */
async function loadPages(tabs: Awaited<ReturnType<typeof openTabs>>): Promise<number[]> {
  const times = tabs.map(async (tab, index) => {
    const began = performance.now()
    await tab.goto(PATHS[index % PATHS.length]!)
    await tab.getByRole('heading', { level: 1 }).waitFor()
    return performance.now() - began
  })
  return Promise.all(times)
}

/** Tells of a change as often as nobody ever will, one after the other. */
async function flood(personId: string): Promise<void> {
  const client = new pg.Client(env.DATABASE_URL)
  await client.connect()
  await client.query('set synchronous_commit = off')
  for (let told = 0; told < MESSAGES_OF_A_FLOOD; told += 1)
    await client.query('select pg_notify($1, $2)', ['notice', personId])
  await client.end()
}

/** Of the web process, in MiB, some moments after it was last asked. */
async function quietMemory(): Promise<number> {
  await sleep(1500)
  return memoryOf([web.pid]).rssMiB
}

function figures(milliseconds: number[]): string {
  return [0.5, 0.95, 1].map((share) => Math.round(percentile(milliseconds, share))).join(' / ')
}
