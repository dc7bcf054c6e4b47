import { v7 as newId } from 'uuid'
import { vi } from 'vitest'
import { assignmentActPath } from '#app/directives/paths.ts'
import { issueTask } from '#app/directives/simple-acts.server.ts'
import { calendarByLaw } from '#app/deadlines/working-calendar.server.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { demoPassword } from '#app/sign-in/demo-accounts.server.ts'
import { restoreLocked } from '#app/workflow/restore.server.ts'
import { signIn } from '#test/bench/people.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective } from '#test/factories/directives.ts'
import type { Dice } from '#test/property/dice.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import { isWorkingDay } from '#workflows/calendar/working-calendar.ts'
import { remindedWork, type ReminderRule } from '#workflows/reminders/policy.ts'
import { leadAssignmentOf, type Tree } from '#workflows/tree.ts'
import { type ExpectedTellings, expectTellings } from './expected-tellings.ts'
import type { KillableProcess } from './killable-process.ts'
import { type NextRequest, nextRequestOn, unitIdOf } from './next-request.ts'
import { officeMoment } from './office-clock.ts'
import { type PlainLine, readPlainLine } from './plain-line.ts'
import { sendForm, type SentForm, untilAnswered } from './send-form.ts'

/** Tasks of several units with days of their own, and the people who work at them. */
export interface OfficeAtWork {
  line: PlainLine
  expected: ExpectedTellings
  sent: SentForm[]
  isWorked(day: Day): boolean
  /** Everybody sends what comes next on some of their tasks, one form after the other. */
  act(acting: { web: KillableProcess; day: Day; forms: number }): Promise<void>
  /** They report progress, which changes nothing that is owed. */
  reportProgress(acting: { web: KillableProcess; forms: number }): Promise<void>
}

const UNITS = ['tttt', 'khtc', 'dp1', 'pc', 'th', 'csdt', 'tt', 'dtts']

/** Two levels share a day, and a head hears of urgent work at once. */
const RULES: ReminderRule[] = [
  {
    work: [...remindedWork],
    urgencies: ['VERY_URGENT', 'FLASH'],
    stages: [
      { kind: 'BEFORE', workingDays: 1 },
      { kind: 'ON_DAY' },
      { kind: 'OVERDUE', workingDays: 1, tells: 'HOLDER' },
      { kind: 'OVERDUE', workingDays: 1, tells: 'HEAD' },
      { kind: 'OVERDUE', workingDays: 3, tells: 'LEADER' },
      { kind: 'OVERDUE', workingDays: 3, tells: 'SECRETARIAT' },
    ],
  },
  {
    work: [...remindedWork],
    urgencies: ['NORMAL', 'URGENT'],
    stages: [
      { kind: 'BEFORE', workingDays: 3 },
      { kind: 'BEFORE', workingDays: 1 },
      { kind: 'ON_DAY' },
      { kind: 'OVERDUE', workingDays: 1, tells: 'HOLDER' },
      { kind: 'OVERDUE', workingDays: 2, tells: 'HEAD' },
      { kind: 'OVERDUE', workingDays: 4, tells: 'LEADER' },
      { kind: 'OVERDUE', workingDays: 7, tells: 'SECRETARIAT' },
    ],
  },
]
const URGENCIES = ['NORMAL', 'URGENT', 'VERY_URGENT'] as const

interface Opening {
  tasks: number
  firstDay: Day
  /** Days of the calendar in which the tasks fall due. */
  dueWithin: number
  dice: Dice
}

export async function openOffice({ tasks: count, firstDay, dueWithin, dice }: Opening): Promise<OfficeAtWork> {
  vi.useFakeTimers({ toFake: ['Date'], now: officeMoment(firstDay, '03:00') })
  const office = await demoOffice()
  await remindBy(office, RULES)
  const planned = Array.from({ length: count }, (_, index) => ({
    unit: UNITS[index % UNITS.length]!,
    urgency: dice.oneOf(URGENCIES),
    dueOn: daysAfter(firstDay, dice.below(dueWithin)),
  }))
  const tasks = planned.map(({ unit, ...task }) => ({ ...task, leadUnitId: unitIdOf(office, unit) }))
  const { taskIds } = await enteredDirective(office, { tasks })
  vi.setSystemTime(officeMoment(firstDay, '04:00'))
  for (const taskId of taskIds) await issueTask(asked(office.actor('chunhiem'), taskId))
  vi.useRealTimers()

  const rules = new Map(
    taskIds.map((id, index) => [id, RULES.find(({ urgencies }) => urgencies.includes(planned[index]!.urgency))!]),
  )
  const line = await readPlainLine()
  const expected = expectTellings({ ruleFor: (rootId) => rules.get(rootId)!, behind: (holder) => line.behind(holder) })
  const trees = new Map<string, Tree>()
  const note = async (taskId: string, by: string, act: string, today: Day): Promise<void> => {
    const { tree } = await transaction('look at a task', (tx) => restoreLocked(tx, taskId))
    trees.set(taskId, tree)
    expected.note(tree, { act, personId: office.actor(by).personId, today })
  }
  for (const taskId of taskIds) await note(taskId, 'chunhiem', 'issue', firstDay)

  const calendar = calendarByLaw(firstDay)
  const password = await demoPassword()
  const cookies = new Map<string, Promise<string>>()
  const sent: SentForm[] = []
  return { line, expected, sent, isWorked: (day) => isWorkingDay(calendar, day), act, reportProgress }

  async function act({ web, day, forms }: { web: KillableProcess; day: Day; forms: number }): Promise<void> {
    await Promise.all(
      UNITS.map(async (unit) => {
        for (let form = 0; form < forms / UNITS.length; form += 1) {
          const taskId = await openTaskOf(unit)
          if (!taskId) return
          const lead = leadAssignmentOf(trees.get(taskId)!)
          const dueOn = lead?.record.dueOn ?? day
          const extended = daysAfter(dueOn > day ? dueOn : day, 3 + dice.below(6))
          const request = await nextRequestOn(taskId, { office, unit, dice, days: { part: dueOn, extended } })
          await send(web, request)
          await note(taskId, request.by, request.act, day)
        }
      }),
    )
  }

  async function reportProgress({ web, forms }: { web: KillableProcess; forms: number }): Promise<void> {
    const received = [...trees.values()]
      .filter((tree) => tree.nodes.get(tree.rootId)?.state === 'inProgress')
      .flatMap((tree) => leadAssignmentOf(tree) ?? [])
      .filter(({ state }) => state === 'received')
    for (const lead of dice.shuffled(received).slice(0, forms)) {
      const leadUnitId = 'unitId' in lead.record.holder ? lead.record.holder.unitId : ''
      const by = `truong.${UNITS.find((unit) => unitIdOf(office, unit) === leadUnitId)}`
      const path = assignmentActPath(lead.parentId, lead.id, 'progress')
      await send(web, { by, act: 'progress', path, typed: { text: 'Đang tổng hợp', percent: '30' } })
    }
  }

  async function openTaskOf(unit: string): Promise<string | null> {
    const open = await db.subject.findMany({
      where: { task: { leadUnitId: unitIdOf(office, unit) }, settledAt: null },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    return open.length > 0 ? dice.oneOf(open).id : null
  }

  async function send(web: KillableProcess, { by, path, typed }: NextRequest): Promise<void> {
    const cookie = cookies.get(by) ?? untilAnswered(() => web.attempt((address) => signIn(address, by, password)))
    cookies.set(by, cookie)
    sent.push(await sendForm(web, { path, typed, cookie: await cookie }))
  }
}

/** Put in force after what the office began with. */
async function remindBy({ organId, actor }: DemoOffice, rules: ReminderRule[]): Promise<void> {
  const [personId, at] = [actor('quantri').personId, new Date(Date.now() + 60_000)]
  const entered = { enteredById: personId, enteredAt: at, putInForceById: personId, putInForceAt: at }
  await db.reminderPolicy.create({ data: { id: newId(), organId, version: 2, policy: { rules }, ...entered } })
}
