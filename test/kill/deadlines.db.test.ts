/**
 * Weeks of an office in simulated time: people send their forms, days fall due, reminders go up the line and out by mail, while the
 * web process and the worker are killed, jobs run twice and the queue loses everything. In the end everybody was told what a plain
 * count of days says, once, and by a mail that arrived once.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { createDice } from '#test/property/dice.ts'
import { ensureBuilt } from '#test/visibility/built-app.ts'
import { startProcess } from '#test/visibility/running-app.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import { checkReminders, checkTold } from './check-tellings.ts'
import { type CountedMail, countMail, giveMailboxes } from './counted-mail.ts'
import { type KillableProcess, startKillable } from './killable-process.ts'
import { type OfficeAtWork, openOffice } from './office-at-work.ts'
import { type OfficeClock, officeClock, officeMoment } from './office-clock.ts'
import { loseQueueStore, openOutsideQueue, type OutsideQueue } from './queue-store.ts'
import { formsUnderWay, type SentForm } from './send-form.ts'

/** The address is read when the application is loaded. */
const mailPort = await vi.hoisted(async () => {
  const { freePort } = await import('#app/platform/free-port.server.ts')
  const free = await freePort()
  process.env.SMTP_URL = `smtp://127.0.0.1:${free}`
  return free
})

const isLong = process.env.LONG === '1'
const TASKS = isLong ? 200 : 20
const KILLS = isLong ? 56 : 6
const FIRST_DAY = isLong ? '2026-04-13' : '2026-04-15'
const LAST_DAY = isLong ? '2026-05-12' : '2026-04-20'
const FORMS_A_DAY = isLong ? 24 : 16
const MINUTE = 60_000
const PATIENCE = { timeout: 3 * MINUTE }

const seed = isLong ? Date.now() % 0x7fffffff : 5
const dice = createDice(seed)
let folder: string
let clock: OfficeClock
let mail: CountedMail
let queue: OutsideQueue
let office: OfficeAtWork
let web: KillableProcess
let worker: KillableProcess
/** Told of each mail that arrives, while somebody waits for one. */
let mailComes: (() => void) | undefined
const counts = { kills: 0, unrelayed: 0, lostStores: 0 }

beforeAll(async () => {
  await ensureBuilt()
  folder = await mkdtemp(join(tmpdir(), 'clock-'))
  clock = officeClock(folder, officeMoment(FIRST_DAY, '05:00'))
  office = await openOffice({ tasks: TASKS, firstDay: FIRST_DAY, dueWithin: isLong ? 24 : 6, dice })
  await giveMailboxes((await db.person.findMany()).map(({ id }) => id))
  mail = await countMail(mailPort, () => mailComes?.())
  queue = await openOutsideQueue()
  web = await startKillable(() => startProcess('server.ts', clock.processOptions))
  worker = await startKillable(() => startProcess('worker.ts', clock.processOptions))
}, 5 * MINUTE)
afterAll(async () => {
  await Promise.all([web, worker].map((each) => each?.end()))
  await queue.close()
  await mail.close()
  await rm(folder, { recursive: true })
})

test(
  'everybody is told once what a plain count of days says',
  { timeout: isLong ? 40 * MINUTE : 5 * MINUTE },
  async () => {
    const days = Array.from({ length: 100 }, (_, index) => daysAfter(FIRST_DAY, index)).filter((day) => day <= LAST_DAY)
    const worked = days.filter((day) => office.isWorked(day))
    for (const day of days) {
      const due = Math.ceil((KILLS * (worked.indexOf(day) + 1)) / worked.length) - counts.kills
      await liveThrough(day, Math.max(due, 0))
    }
    await settle()

    const tally = await mail.check()
    const told = await checkReminders(office.expected.reminders())
    const notices = await checkTold(office.line, office.expected.owedByActs())
    const again = (found: SentForm['again']) => office.sent.filter((form) => form.again === found).length
    console.log(
      `Seed ${seed}: ${worked.length} working days, ${TASKS} tasks, ${office.sent.length} forms (${again('done')} sent again and done, ` +
        `${again('repeated')} done before); ${counts.kills} kills, ${counts.unrelayed} messages not handed over by a killed relay, ` +
        `the queue's store lost ${counts.lostStores} times; ${told} reminders told, ${notices} notices; ` +
        `${tally.mails} mails, ${tally.inDoubt} in doubt after a kill, ${tally.doubled} doubled`,
    )
    expect(counts.kills).toBe(KILLS)
    expect(await db.step.count({ where: { causedBy: null, event: { notIn: ['enter', 'issue'] } } })).toBe(
      office.sent.length,
    )
    expect([web, worker].flatMap((each) => each.faults())).toEqual([])
  },
)

/** Acts come before seven, when nobody is reminded, and reminders after them: so both agree on what was open on the day. */
async function liveThrough(day: Day, kills: number): Promise<void> {
  const planned = Array.from({ length: kills }, (_, index) => (counts.kills + index) % 4)
  clock.moveTo(officeMoment(day, '05:00'))
  if (office.isWorked(day)) {
    await Promise.all([
      office.act({ web, day, forms: FORMS_A_DAY }),
      inTurn(planned, { 0: killWhileActing, 1: killBeforeRelay }),
    ])
    if (dice.chance(0.2)) await loseStore()
  }
  clock.moveTo(officeMoment(day, '09:00'))
  await Promise.all([
    // Reports of progress change nothing that is owed, and hold the tasks the sweep would read.
    office.reportProgress({ web, forms: 4 * kills }),
    inTurn(planned, { 2: killWhileSweeping, 3: killWhileMailing }),
  ])
  // What the first of these passes by, because it is held, the second finds.
  for (let sweep = 1; sweep <= 2; sweep += 1) {
    await askForAll()
    await queue.untilIdle(PATIENCE)
  }
  await vi.waitFor(
    async () => {
      await queue.askFor('notices.mailAgain')
      await mail.checkSent()
    },
    { ...PATIENCE, interval: 500 },
  )
  office.expected.endDay(day)
}

async function inTurn(planned: number[], kills: Record<number, () => Promise<void>>): Promise<void> {
  for (const kind of planned) await kills[kind]?.()
}

/** Twice, as several schedules or a restart would. */
function askForAll(): Promise<void> {
  return queue.askFor('reminders.tell', 'outbox.return', 'notices.mailAgain', 'reminders.tell', 'notices.mailAgain')
}

/** What the dead had in hand goes in the next hour. */
async function settle(): Promise<void> {
  clock.moveTo(officeMoment(LAST_DAY, '10:00'))
  await vi.waitFor(
    async () => {
      await askForAll()
      await queue.untilIdle(PATIENCE)
      expect(await db.outboxMessage.count({ where: { doneAt: null } })).toBe(0)
      expect(await db.noticeDelivery.count({ where: { state: 'WAITING' } })).toBe(0)
    },
    { ...PATIENCE, interval: 500 },
  )
}

/** While it has forms in hand, if any still come. */
async function killWhileActing(): Promise<void> {
  for (const end = Date.now() + 2000; formsUnderWay(web) < 2 && Date.now() < end;) await sleep(dice.below(10))
  counts.kills += 1
  await web.killAndRestart()
}

/** After an act was committed, and before its messages are with the queue. */
async function killBeforeRelay(): Promise<void> {
  const waiting = () => db.outboxMessage.count({ where: { handedAt: null, doneAt: null } })
  for (const end = Date.now() + 2000; (await waiting()) === 0 && Date.now() < end;);
  await killWorker(async () => void (counts.unrelayed += await waiting()))
}

async function killWhileSweeping(): Promise<void> {
  await askForAll()
  await sleep(dice.below(150))
  await killWorker()
}

/** Between the moment the mail server has a mail and the one the worker knows, or in the midst of the next. */
async function killWhileMailing(): Promise<void> {
  const comes = new Promise<void>((come) => (mailComes = come))
  await askForAll()
  await Promise.race([comes, sleep(3000)])
  mailComes = undefined
  await sleep(dice.below(8))
  await killWorker()
}

/** Where the queue keeps what it has, what the killed worker had in hand comes again from there, twenty seconds later. */
async function killWorker(look: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  counts.kills += 1
  await worker.killAndRestart(async () => {
    await look()
    await mail.noteDoubtful()
    if (!isLong || dice.chance(0.75)) await loseStore()
  })
}

async function loseStore(): Promise<void> {
  counts.lostStores += 1
  await loseQueueStore()
}
