/**
 * The web process and the worker are killed again and again while people send their forms. Afterwards every act is whole or
 * absent, what was answered is there, and every message had its effect once, counted outside.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db, transaction } from '#app/platform/db.server.ts'
import { demoPassword } from '#app/sign-in/demo-accounts.server.ts'
import { restoreLocked } from '#app/workflow/restore.server.ts'
import { verifyLog } from '#app/workflow/verify-log.server.ts'
import { signIn } from '#test/bench/people.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { createDice, type Dice } from '#test/property/dice.ts'
import { standingBy, standingOf } from '#test/property/standing.ts'
import { ensureBuilt } from '#test/visibility/built-app.ts'
import { startProcess } from '#test/visibility/running-app.ts'
import { type KillableProcess, startKillable } from './killable-process.ts'
import { nextRequest } from './next-request.ts'
import { inHand, prepareReceiver, takenIn, timesBrought } from './outside-receiver.ts'
import { formsUnderWay, sendForm, type SentForm, untilAnswered } from './send-form.ts'

const isLong = process.env.LONG === '1'
const ACTS = isLong ? 1_000 : 150
const KILLS = isLong ? 24 : 4
const MINUTE = 60_000

/** Two web processes share the units, each with its own people who send one form after the other; one worker. */
const WEBS = [
  ['tttt', 'khtc', 'dp1', 'pc'],
  ['th', 'csdt', 'tt', 'dtts'],
]

const seed = isLong ? Date.now() : 20210909
const dice = createDice(seed)
const cookies = new Map<string, Promise<string>>()
const answered: SentForm[] = []
const failures: string[] = []
/** Messages that a killed worker had in hand. */
const interrupted = new Set<string>()
let folder: string
let office: DemoOffice
let password: string
const processes: KillableProcess[] = []
let isStopping = false

beforeAll(async () => {
  await ensureBuilt()
  folder = await mkdtemp(join(tmpdir(), 'receiver-'))
  await prepareReceiver(folder)
  office = await demoOffice()
  password = await demoPassword()
}, 5 * MINUTE)
afterAll(async () => {
  isStopping = true
  await Promise.all(processes.map((each) => each.end()))
  await rm(folder, { recursive: true })
})

test('what is killed under load leaves nothing half done', { timeout: isLong ? 30 * MINUTE : 4 * MINUTE }, async () => {
  const webs = await Promise.all(WEBS.map(() => startKillable(() => startProcess('server.ts'))))
  const worker = await startKillable(startWorkerProcess)
  processes.push(...webs, worker)
  const everybody = WEBS.flatMap((units, index) =>
    units.map((unit) => workOn(unit, webs[index]!, createDice(dice.below(2 ** 31)))),
  )
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await answersReach((ACTS * kill) / (KILLS + 1))
    // The worker as often as the others together.
    if (kill % 2 === 0) await killWorkerAtWork(worker)
    else await killWebAtWork(dice.oneOf(webs))
  }
  await answersReach(ACTS)
  isStopping = true
  await Promise.all(everybody)
  await Promise.all(webs.map((web) => web.stop()))
  await vi.waitFor(async () => expect(await db.outboxMessage.count({ where: { doneAt: null } })).toBe(0), {
    timeout: MINUTE,
    interval: 100,
  })
  await worker.stop()

  const steps = await db.step.count()
  const brought = await timesBrought(folder)
  const messages = await db.outboxMessage.count()
  const sentAgain = (found: SentForm['again']) => answered.filter(({ again }) => again === found).length
  console.log(
    `Seed ${seed}: ${KILLS} kills, ${answered.length} forms answered, ${steps} steps; sent again after a kill: ` +
      `${sentAgain('done')} done, ${sentAgain('repeated')} done before; ${messages} messages, brought ${brought} times`,
  )
  expect(failures).toEqual([])
  // Without an answer lost the kills would have shown nothing.
  expect(answered.some(({ again }) => again)).toBe(true)
  expect(processes.flatMap((each) => each.faults())).toEqual([])
  await checkAnswered()
  await checkRoots()
  await checkMessages()
})

/** A kill that meets nobody waiting proves nothing. One answer may be on its way back already; of two, hardly both. */
async function killWebAtWork(web: KillableProcess): Promise<void> {
  do await sleep(dice.below(30))
  while (formsUnderWay(web) < 2)
  await web.killAndRestart()
}

async function killWorkerAtWork(worker: KillableProcess): Promise<void> {
  let fresh: string[]
  do {
    await sleep(dice.below(30))
    // What a killed worker had in hand waits a good while for its lock to lapse.
    fresh = (await inHand(folder)).filter((id) => !interrupted.has(id))
  } while (fresh.length === 0)
  for (const id of fresh) interrupted.add(id)
  // Before the message is taken, or after that and before the worker knows.
  await sleep(dice.below(20))
  await worker.killAndRestart()
}

/** What a person was told is done is there, and each request is there once. */
async function checkAnswered(): Promise<void> {
  const keys = await db.requestKey.findMany()
  expect(new Set(keys.map(({ key }) => key))).toEqual(expect.objectContaining({ size: keys.length }))
  const stored = new Set(keys.map(({ key }) => key))
  expect(answered.filter(({ requestKey }) => !stored.has(requestKey))).toEqual([])
  // Each form was sent until it was answered, and the answer led to what the first of them made.
  const subjects = await db.subject.findMany({ select: { id: true, rootId: true } })
  const rootIds = new Map(subjects.map(({ id, rootId }) => [id, rootId]))
  const pageOf = (outcome: { directiveId?: string; subjectId?: string }): string =>
    outcome.directiveId ? `/directives/${outcome.directiveId}` : `/tasks/${rootIds.get(outcome.subjectId!)}`
  expect(new Map(answered.map(({ requestKey, location }) => [requestKey, location.split('?')[0]]))).toEqual(
    new Map(keys.map(({ key, outcome }) => [key, pageOf(outcome as object)])),
  )
  // One request, one act: entering a directive, or one step that nothing else caused.
  const entered = keys.filter(({ outcome }) => 'directiveId' in (outcome as object))
  expect(await db.directive.count()).toBe(entered.length)
  expect(await db.step.count({ where: { event: 'enter' } })).toBe(entered.length)
  const acts = await db.step.findMany({ where: { causedBy: null, event: { not: 'enter' } } })
  const asked = keys
    .filter((key) => !entered.includes(key))
    .map(({ outcome }) => outcome as { subjectId: string; act: string })
  expect(acts.map(({ subjectId, event }) => `${subjectId} ${event}`).sort()).toEqual(
    asked.map(({ subjectId, act }) => `${subjectId} ${act}`).sort(),
  )
}

/** Steps, states, work items, participants and clocks tell the same. */
async function checkRoots(): Promise<void> {
  expect((await verifyLog(db)).firstBreak).toBeNull()
  for (const { id } of await db.task.findMany()) {
    const { tree, revisions } = await transaction('check', (tx) => restoreLocked(tx, id))
    expect(await standingOf(id)).toMatchObject(standingBy(tree))
    const steps = await db.step.findMany({ where: { rootId: id } })
    for (const node of tree.nodes.values()) {
      const own = steps.filter(({ subjectId }) => subjectId === node.id).length
      expect(revisions.get(node.id)).toBe(node.id === id ? own : own - 1)
    }
  }
}

/** The fact that each event makes; an event that is not here makes none. */
const FACTS: Record<string, Record<string, string>> = {
  TASK: {
    issue: 'task.issued',
    resultPassedUp: 'task.resultPassedUp',
    sendBack: 'task.sentBack',
    accept: 'task.completed',
    revoke: 'task.revoked',
    addSupporters: 'task.supportersAdded',
    leadGaveBack: 'task.givenBack',
    insist: 'task.insistedOn',
    urge: 'task.urged',
    suspend: 'task.suspended',
    resume: 'task.resumed',
  },
  ASSIGNMENT: {
    receive: 'assignment.received',
    delegate: 'assignment.delegated',
    progress: 'assignment.progressed',
    report: 'assignment.reported',
    sendBack: 'assignment.sentBack',
    giveBack: 'assignment.givenBack',
    acceptContribution: 'assignment.contributionAccepted',
    requestExtension: 'assignment.extensionRequested',
  },
  EXTENSION_REQUEST: { grant: 'extensionRequest.granted', refuse: 'extensionRequest.refused' },
}

/** Each fact of each step was sent, and was received once. */
async function checkMessages(): Promise<void> {
  const steps = await db.step.findMany({ include: { subject: true } })
  const facts = steps.flatMap(({ rootId, number, subjectId, event, subject }) => {
    const fact = FACTS[subject.kind]![event]
    return fact ? { rootId, stepNumber: number, subjectId, fact } : []
  })
  const messages = await db.outboxMessage.findMany()
  const inOrder = (all: unknown[]) => all.map((each) => JSON.stringify(sorted(each))).sort()
  expect(inOrder(messages.map(({ payload }) => payload))).toEqual(inOrder(facts))

  const taken = await takenIn(folder)
  expect([...taken.keys()].sort()).toEqual(messages.map(({ id }) => id).sort())
  for (const { id, payload } of messages) expect(taken.get(id)).toEqual(payload)
}

function sorted(payload: unknown): [string, unknown][] {
  return Object.entries(payload as object).sort(([a], [b]) => (a < b ? -1 : 1))
}

function startWorkerProcess() {
  const receiver = new URL('./receiver-in-worker.ts', import.meta.url).href
  return startProcess('worker.ts', { args: [folder], execArgv: ['--import', receiver] })
}

/** All that is to be done on a unit's tasks, by whoever has to do it. */
async function workOn(unit: string, web: KillableProcess, unitDice: Dice): Promise<void> {
  try {
    while (!isStopping) {
      const { by, path, typed } = await nextRequest(office, unit, unitDice)
      answered.push(await sendForm(web, { path, typed, cookie: await cookieOf(by, web) }))
    }
  } catch (error) {
    failures.push(String(error))
  }
}

/** Each signs in once: all web processes, also those started after a kill, know the session. */
function cookieOf(username: string, web: KillableProcess): Promise<string> {
  const cookie =
    cookies.get(username) ?? untilAnswered(() => web.attempt((address) => signIn(address, username, password)))
  cookies.set(username, cookie)
  return cookie
}

async function answersReach(count: number): Promise<void> {
  for (const end = Date.now() + (isLong ? 10 : 1) * MINUTE; answered.length < count; await sleep(5)) {
    if (failures[0]) throw new Error(`A request failed: ${failures[0]}`)
    if (Date.now() > end) throw new Error(`Only ${answered.length} requests were answered`)
  }
}
