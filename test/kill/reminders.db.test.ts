/** Two processes sweep for reminders on the same mornings and are killed in the midst of it: each stage is told once all the same. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueTask } from '#app/directives/simple-acts.server.ts'
import { calendarByLaw } from '#app/deadlines/working-calendar.server.ts'
import { db } from '#app/platform/db.server.ts'
import { usualPolicy } from '#app/reminders/usual-policy.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective } from '#test/factories/directives.ts'
import { createDice } from '#test/property/dice.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import { isWorkingDay } from '#workflows/calendar/working-calendar.ts'
import { ruleFor, stageKey } from '#workflows/reminders/policy.ts'
import { dueStages } from '#workflows/reminders/stages.ts'

const isLong = process.env.LONG === '1'
const TASKS = isLong ? 200 : 40
const KILLS = isLong ? 60 : 6
const SEED = isLong ? Date.now() % 0x7fffffff : 7
const FIRST_DAY = '2030-06-03'
const LAST_DAY = isLong ? '2030-07-12' : '2030-06-21'

const dice = createDice(SEED)
const calendar = calendarByLaw(FIRST_DAY)
let sweepers: ChildProcess[] = []

beforeAll(async () => {
  const office = await demoOffice()
  const tasks = Array.from({ length: TASKS }, () => ({ dueOn: daysAfter(FIRST_DAY, dice.below(isLong ? 30 : 12)) }))
  const { taskIds } = await enteredDirective(office, { tasks })
  for (const taskId of taskIds) await issueTask(asked(office.actor('chunhiem'), taskId))
  sweepers = await Promise.all([begin(), begin()])
})
afterAll(() => sweepers.forEach((each) => each.kill()))

test('each stage is told once, by as many notices', { timeout: isLong ? 30 * 60_000 : 120_000 }, async () => {
  const days = daysFrom(FIRST_DAY, LAST_DAY)
  let kills = 0
  for (const [index, day] of days.entries()) {
    while (kills < ((index + 1) / days.length) * KILLS) {
      await killWhileSweeping(day)
      kills += 1
    }
    await Promise.all(sweepers.map((each) => sweep(each, day)))
  }

  const told = await db.reminder.findMany({
    where: { told: true },
    include: { workItem: true },
    orderBy: { at: 'asc' },
  })
  expect(told.map(({ workItem, stage }) => `${workItem.subjectId} ${stage}`).toSorted()).toEqual(await expected(days))
  const notices = await db.notice.findMany({ where: { causeKey: { startsWith: 'reminder:' } } })
  const ofReminder = Map.groupBy(notices, ({ causeKey }) => causeKey)
  expect([...ofReminder.keys()].toSorted()).toEqual(told.map(({ causeKey }) => causeKey).toSorted())
  console.log(`${kills} kills (seed ${SEED}): ${told.length} tellings of ${TASKS} tasks, ${notices.length} notices`)
})

/** The pure rules asked day by day, without a database or a process. */
async function expected(days: Day[]): Promise<string[]> {
  const items = await db.workItem.findMany({ where: { settledAt: null, kind: 'RECEIVE' } })
  const rule = ruleFor(usualPolicy, { work: 'RECEIVE', urgency: 'NORMAL' })!
  return items
    .flatMap(({ subjectId, dueOn }) => {
      const told = new Set<string>()
      const item = { dueOn: dueOn!.toISOString().slice(0, 10), openedOn: '2026-01-01' }
      return days.flatMap((today) => {
        const { tell, passedOver } = dueStages(rule, item, { told, today, calendar })
        for (const stage of [...passedOver, ...tell]) told.add(stageKey(stage))
        return tell.map((stage) => `${subjectId} ${stageKey(stage)}`)
      })
    })
    .toSorted()
}

async function killWhileSweeping(day: Day): Promise<void> {
  const [victim] = sweepers.splice(dice.below(sweepers.length), 1)
  for (const each of [victim!, ...sweepers]) each.send(day)
  await sleep(dice.below(120))
  victim!.kill('SIGKILL')
  await once(victim!, 'exit')
  sweepers.push(await begin())
}

async function sweep(sweeper: ChildProcess, day: Day): Promise<void> {
  sweeper.send(day)
  // It may first answer for what it was asked while another was killed.
  for (let swept: unknown = null; swept !== day;) [swept] = (await once(sweeper, 'message')) as [unknown]
}

async function begin(): Promise<ChildProcess> {
  const begun = fork(resolve('test/kill/sweeping-process.ts'), [], { execArgv: [], env: process.env })
  await once(begun, 'message')
  return begun
}

function daysFrom(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day <= last; day = daysAfter(day, 1)) if (isWorkingDay(calendar, day)) days.push(day)
  return days
}
