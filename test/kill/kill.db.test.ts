/**
 * Processes that carry out requests, and a worker, are killed again and again under load. Afterwards every act is whole or
 * absent, what was answered is there, and every message had its effect once, counted outside.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db, transaction } from '#app/platform/db.server.ts'
import { restoreLocked } from '#app/workflow/restore.server.ts'
import { verifyLog } from '#app/workflow/verify-log.server.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { createDice } from '#test/property/dice.ts'
import { standingBy, standingOf } from '#test/property/standing.ts'
import { prepareReceiver, takenIn, timesBrought } from './outside-receiver.ts'
import type { Request } from './request.ts'
import type { Told } from './web-process.ts'

const isLong = process.env.LONG === '1'
const ACTS = isLong ? 1_000 : 150
const KILLS = isLong ? 24 : 4
const MINUTE = 60_000

/** Two processes that carry out requests share the units; one worker. */
const ROLES = ['tttt,khtc,dp1,pc', 'th,csdt,tt,dtts', 'worker'] as const
type Role = (typeof ROLES)[number]

const dice = createDice(isLong ? Date.now() : 20210909)
const running = new Map<Role, ChildProcess>()
/** Asked and not answered, by the process that was asked. */
const unanswered = new Map<Role, Map<string, Request>>(ROLES.map((role) => [role, new Map()]))
const answered: string[] = []
const sentAgain = { done: 0, repeated: 0 }
const failures: Told[] = []
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receiver-'))
  await prepareReceiver(folder)
  await demoOffice()
})
afterAll(async () => {
  for (const child of running.values()) child.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

test('what is killed under load leaves nothing half done', { timeout: isLong ? 30 * MINUTE : 4 * MINUTE }, async () => {
  await Promise.all(ROLES.map(start))
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await answersReach((ACTS * kill) / (KILLS + 1))
    await sleep(dice.below(100))
    // The worker as often as the others together.
    await killAndRestart(kill % 2 === 0 ? 'worker' : ROLES[dice.below(2)]!)
  }
  await answersReach(ACTS)
  await Promise.all(ROLES.filter((role) => role !== 'worker').map(stop))
  await vi.waitFor(async () => expect(await db.outboxMessage.count({ where: { doneAt: null } })).toBe(0), {
    timeout: MINUTE,
    interval: 100,
  })
  await stop('worker')

  const steps = await db.step.count()
  const brought = await timesBrought(folder)
  const messages = await db.outboxMessage.count()
  console.log(
    `${KILLS} kills, ${answered.length} requests answered, ${steps} steps; sent again after a kill: ${sentAgain.done} done, ` +
      `${sentAgain.repeated} done before; ${messages} messages, brought ${brought} times`,
  )
  expect(failures).toEqual([])
  await checkAnswered()
  await checkRoots()
  await checkMessages()
})

/** What a person was told is done is there, and each request is there once. */
async function checkAnswered(): Promise<void> {
  const keys = await db.requestKey.findMany()
  expect(new Set(keys.map(({ key }) => key))).toEqual(expect.objectContaining({ size: keys.length }))
  const stored = new Set(keys.map(({ key }) => key))
  expect(answered.filter((key) => !stored.has(key))).toEqual([])
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
  },
  ASSIGNMENT: {
    receive: 'assignment.received',
    delegate: 'assignment.delegated',
    progress: 'assignment.progressed',
    report: 'assignment.reported',
    sendBack: 'assignment.sentBack',
  },
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

async function start(role: Role): Promise<void> {
  const [script, args] =
    role === 'worker' ? ['worker-process', [folder]] : ['web-process', [String(dice.below(2 ** 31)), role]]
  const child = fork(resolve('test/kill', `${script}.ts`), args, {
    execPath: process.execPath,
    execArgv: [],
    env: process.env,
  })
  running.set(role, child)
  child.on('message', (told: Told) => hear(role, told))
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`The ${script} did not start`))),
  ])
  if (role !== 'worker') child.send({ sendAgain: [...unanswered.get(role)!.values()] })
}

function hear(role: Role, told: Told): void {
  if (told === 'ready') return
  const waiting = unanswered.get(role)!
  if ('asked' in told) {
    waiting.set(told.asked.requestKey, told.asked)
  } else if ('failed' in told) {
    waiting.delete(told.request.requestKey)
    failures.push(told)
  } else {
    waiting.delete(told.answered)
    answered.push(told.answered)
    if (told.again) sentAgain[told.repeated ? 'repeated' : 'done'] += 1
  }
}

async function killAndRestart(role: Role): Promise<void> {
  const child = running.get(role)!
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  await start(role)
}

async function stop(role: Role): Promise<void> {
  const child = running.get(role)!
  const ended = once(child, 'exit')
  child.send('stop')
  await ended
  running.delete(role)
}

async function answersReach(count: number): Promise<void> {
  for (const end = Date.now() + (isLong ? 10 : 1) * MINUTE; answered.length < count; await sleep(5)) {
    if (failures[0]) throw new Error(`A request failed: ${JSON.stringify(failures[0])}`)
    if (Date.now() > end) throw new Error(`Only ${answered.length} requests were answered`)
  }
}
