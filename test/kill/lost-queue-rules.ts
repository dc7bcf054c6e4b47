/**
 * Two workers sweep for thousands of reminders; the queue's store loses everything under them, and once more while both lie dead.
 * All the reminders come all the same, each once, and so does their mail.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { memoryOf } from '#test/bench/processes.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { LEADS, manyAssigned } from '#test/factories/many-assigned.ts'
import { startProcess } from '#test/visibility/running-app.ts'
import { type CountedMail, countMail, giveMailboxes } from './counted-mail.ts'
import { type KillableProcess, startKillable } from './killable-process.ts'
import { type OfficeClock, officeClock, officeMoment } from './office-clock.ts'
import { loseQueueStore, openOutsideQueue, type OutsideQueue } from './queue-store.ts'

const isLong = process.env.LONG === '1'
const REMINDERS = isLong ? 10_000 : 1_000
const MINUTE = 60_000
const PATIENCE = { timeout: isLong ? 20 * MINUTE : 2 * MINUTE, interval: 5 }

/** A Friday with no holiday near it. */
const DUE_ON = '2026-06-12'
const GIVEN_ON = '2026-06-01'

export function testLostQueue(mailPort: number): void {
  let folder: string
  let clock: OfficeClock
  let mail: CountedMail
  let queue: OutsideQueue
  const workers: KillableProcess[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clock-'))
    vi.useFakeTimers({ toFake: ['Date'], now: officeMoment(GIVEN_ON, '09:00') })
    const office = await demoOffice()
    await manyAssigned(office, { count: REMINDERS, dueOn: DUE_ON })
    vi.useRealTimers()
    await db.outboxMessage.deleteMany()
    // Deputies have no mail: as many mails as reminders, or those of one unit.
    const heads = LEADS.map((unit) => office.actor(`truong.${unit.toLowerCase()}`).personId)
    await giveMailboxes(isLong ? heads : heads.slice(0, 1))
    clock = officeClock(folder, officeMoment(DUE_ON, '06:30'))
    mail = await countMail(mailPort)
    queue = await openOutsideQueue()
  }, 5 * MINUTE)
  afterAll(async () => {
    await Promise.all(workers.map((each) => each.end()))
    await queue.close()
    await mail.close()
    await rm(folder, { recursive: true })
  })

  test('what was pending when the queue lost everything arrives, once', { timeout: PATIENCE.timeout * 2 }, async () => {
    // Both are there before the first hour at which anybody is told.
    workers.push(...(await Promise.all([startWorkerProcess(), startWorkerProcess()])))
    const memory = watchMemory(workers)
    const began = performance.now()
    clock.moveTo(officeMoment(DUE_ON, '09:00'))
    await queue.askFor('reminders.tell', 'reminders.tell')

    await toldAtLeast(REMINDERS / 8)
    await loseQueueStore()
    const toldUnderThem = await countTold()
    await toldAtLeast(REMINDERS / 3)
    const toldBefore = await killBoth()
    await toldAtLeast(REMINDERS)
    const sweptSeconds = secondsSince(began)

    await vi.waitFor(() => mail.checkSent(), { ...PATIENCE, interval: 200 })
    await lateMailGoes()
    const tally = await mail.check()
    await checkReminders()
    const peakMiB = memory.stop()
    console.log(
      `${REMINDERS} reminders in ${sweptSeconds} s; the store was lost at ${toldUnderThem} and, both workers dead, at ${toldBefore}; ` +
        `${tally.mails} mails in ${secondsSince(began)} s, ${tally.inDoubt} in doubt, ${tally.doubled} doubled; ` +
        `a worker at most ${peakMiB} MiB`,
    )
    // A machine that stood still for a moment may let a small sweep end before it is met.
    if (isLong) expect(toldBefore).toBeLessThan(REMINDERS)
    expect(workers.flatMap((each) => each.faults())).toEqual([])
  })

  function startWorkerProcess(): Promise<KillableProcess> {
    return startKillable(() => startProcess('worker.ts', clock.processOptions))
  }

  /** @returns how many were told when both were dead */
  async function killBoth(): Promise<number> {
    let areDead = 0
    let told = 0
    const bothAreDead = async (): Promise<void> => {
      areDead += 1
      await vi.waitFor(() => expect(areDead).toBe(2), PATIENCE)
      await mail.noteDoubtful()
      await loseQueueStore()
      told = await countTold()
    }
    await Promise.all(workers.map((each) => each.killAndRestart(bothAreDead)))
    return told
  }

  /** What the dead had in hand goes when its lease has passed. */
  async function lateMailGoes(): Promise<void> {
    clock.moveTo(officeMoment(DUE_ON, '10:00'))
    await vi.waitFor(
      async () => {
        await queue.askFor('outbox.return', 'notices.mailAgain', 'reminders.tell')
        await sleep(1000)
        expect(await db.noticeDelivery.count({ where: { state: 'WAITING' } })).toBe(0)
        expect(await db.outboxMessage.count({ where: { doneAt: null } })).toBe(0)
      },
      { ...PATIENCE, interval: 1000 },
    )
  }

  async function checkReminders(): Promise<void> {
    const items = await db.workItem.findMany({ where: { kind: 'RECEIVE', settledAt: null }, select: { id: true } })
    expect(items).toHaveLength(REMINDERS)
    const reminders = await db.reminder.findMany({ where: { told: true } })
    expect(reminders.map(({ workItemId, stage }) => `${workItemId} ${stage}`).toSorted()).toEqual(
      items.map(({ id }) => `${id} onDay`).toSorted(),
    )
    // The head and the deputy of each unit.
    const notices = await db.notice.groupBy({ by: ['causeKey'], _count: true })
    expect(notices.map(({ causeKey, _count }) => `${causeKey} ${_count}`).toSorted()).toEqual(
      reminders.map(({ causeKey }) => `${causeKey} 2`).toSorted(),
    )
  }
}

async function toldAtLeast(count: number): Promise<void> {
  await vi.waitFor(async () => expect(await countTold()).toBeGreaterThanOrEqual(count), PATIENCE)
}

function countTold(): Promise<number> {
  return db.reminder.count({ where: { told: true } })
}

/** The most any of them had in memory. */
function watchMemory(processes: KillableProcess[]): { stop(): number } {
  let most = 0
  const look = async (each: KillableProcess) => (most = Math.max(most, memoryOf([await each.pid()]).rssMiB))
  const timer = setInterval(() => void Promise.all(processes.map(look)), 200)
  return {
    stop() {
      clearInterval(timer)
      return most
    },
  }
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 100) / 10
}
