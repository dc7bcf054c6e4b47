import { beforeAll, describe, expect, it } from 'vitest'
import { timelinessOf } from '#app/directives/due-soon.server.ts'
import { exportTasks } from '#app/directives/export-tasks.server.ts'
import { clockShownBy, filtersIn, searchOf, type TaskFilters } from '#app/directives/task-filters.ts'
import { eachTask, listTasks } from '#app/directives/task-list.server.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { type MadeUpClock, type MadeUpPart, type MadeUpTask, madeUpTasks } from '#test/factories/made-up-tasks.ts'
import { type Principal, principalsOf } from '#workflows/actor.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import { timelinessKinds } from '#workflows/calendar/timeliness.ts'
import { ageFilters, type BoardFilters, cellFilters, leadFilters, overdueAges, rowFilters } from './board-filters.ts'
import { type BoardScope, boardScopesOf, chosenScope } from './board-scope.ts'
import { monthFigures } from './month-figures.ts'
import { type BoardRow, readBoard } from './read-board.server.ts'
import { readMonths } from './read-months.server.ts'

const today = '2026-11-22'
/** What was due at three of today is late. */
const hour = '15:01'
const period = { trackedFrom: '2026-10-01', trackedTo: '2026-11-15' }

let office: DemoOffice
let tasks: MadeUpTask[]
beforeAll(async () => {
  office = await demoOffice()
  tasks = await madeUpTasks(office, { count: 260, seed: 20, today })
})

const boards: [string, string | null, Partial<BoardFilters>][] = [
  ['tonghop1', null, {}],
  ['chunhiem', null, {}],
  ['chunhiem', 'all', { dueDay: 'outer' }],
  ['phochunhiem1', null, {}],
  ['phochunhiem1', 'all', { sourceKind: 'PLAN' }],
  ['truong.tttt', null, {}],
  ['pho.khtc', null, {}],
]

function boardOf(username: string, key: string | null, narrowed: Partial<BoardFilters>) {
  const actor = office.actor(username)
  const scope = chosenScope(boardScopesOf(actor), key)!
  return { scope, filters: { ...period, ...narrowed }, principals: principalsOf(actor), today, hour }
}

describe.each(boards)('the board of %s (%s, %o)', (username, key, narrowed) => {
  it('counts what a plain count over the tasks counts', async () => {
    const question = boardOf(username, key, narrowed)
    const rows = await readBoard(question)
    const counted = rows.map(({ name: _, abbreviation: _abbreviation, ...row }) => row)
    const plain = plainBoard(question, username)
    expect(counted.sort(byPlace)).toEqual(plain.sort(byPlace))
    expect(plain.length).toBeGreaterThan(0)
  })

  it('leads with every figure to a list of as many rows, each of that timeliness', async () => {
    const { scope, filters, principals } = boardOf(username, key, narrowed)
    const rows = await readBoard({ scope, filters, principals, today, hour })
    for (const row of rows) {
      const ofRow = rowFilters(filters, row.part, row.id)
      await expectList(ofRow, row.total, null)
      for (const kind of timelinessKinds) await expectList(cellFilters(ofRow, kind), row[kind], kind)
    }
    const lead = rows.filter(({ part }) => part === 'lead')
    const sum = (of: (row: BoardRow) => number) => lead.reduce((total, row) => total + of(row), 0)
    const ofAll = leadFilters(filters, scope)
    await expectList(
      ofAll,
      sum(({ total }) => total),
      null,
    )
    for (const kind of timelinessKinds)
      await expectList(
        cellFilters(ofAll, kind),
        sum((row) => row[kind]),
        kind,
      )
    for (const [index, age] of overdueAges.entries()) {
      await expectList(
        ageFilters(ofAll, age, today),
        sum(({ ages }) => ages[index]!),
        'OVERDUE',
      )
    }

    async function expectList(of: TaskFilters, count: number, kind: string | null) {
      // Through the address, as a link goes.
      const throughLink = filtersIn(new URLSearchParams(searchOf(of)))
      const list = await listTasks({ filters: throughLink, principals, today, hour, page: 1 })
      expect(list.total, searchOf(of)).toBe(count)
      if (kind) expect(new Set(list.rows.map(({ timeliness }) => timeliness))).toEqual(new Set(count ? [kind] : []))
    }
  })

  it('shows the months that a plain count gives', async () => {
    const question = boardOf(username, key, narrowed)
    const led = seenBy(question.principals).filter((task) => isLed(task, question))
    const figures = monthFigures(await readMonths(question), today)
    expect(figures).toHaveLength(12)
    expect(figures).toEqual(
      figures.map(({ month }) => ({
        month,
        issued: led.filter(({ issuedOn }) => issuedOn?.startsWith(month)).length,
        done: led.filter(({ state, settledOn }) => state === 'completed' && settledOn!.startsWith(month)).length,
        open: led.filter(
          ({ issuedOn, settledOn }) =>
            issuedOn && issuedOn.slice(0, 7) <= month && (!settledOn || settledOn.slice(0, 7) > month),
        ).length,
      })),
    )
  })
})

it('the figures of the board, the list and the file that is taken out agree', async () => {
  const by = office.actor('tonghop1')
  const principals = principalsOf(by)
  const t = translateFor('vi')
  const [row] = (await readBoard(boardOf('tonghop1', null, {}))).filter(({ part }) => part === 'support')
  for (const filters of [rowFilters(period, 'lead', row!.id), rowFilters(period, 'support', row!.id)]) {
    const listed: (string | null)[] = []
    for await (const task of eachTask({ filters, principals, today, hour })) listed.push(task.timeliness)
    const file = await exportTasks({ filters, by, principals, locale: 'vi', at: new Date(`${today}T${hour}:00+07:00`) })
    const lines = (await file.text()).split('\r\n').slice(1).filter(Boolean)
    const words = lines.map((line) => line.split(';')[6])
    expect(words).toEqual(listed.map((kind) => (kind ? t(`directives:timeliness.${kind as 'OVERDUE'}`) : '')))
  }
})

it('what a supporting unit does not see of a task, no filter tells it', async () => {
  const head = office.actor('truong.khtc')
  const unitId = office.unitId('KHTC')
  const others = tasks.filter(
    ({ parts, leadUnitId, restricted }) =>
      !restricted &&
      leadUnitId !== unitId &&
      parts.some((part) => part.unitId === unitId && part.state !== 'withdrawn'),
  )
  const alien = others.flatMap(({ id, parts }) =>
    parts
      .filter((part) => part.unitId !== unitId && part.role === 'SUPPORT' && part.state !== 'withdrawn')
      .map((part) => ({ id, unit: part.unitId! })),
  )
  expect(alien.length).toBeGreaterThan(5)
  const principals = principalsOf(head)
  for (const { id, unit } of alien) {
    for (const unitPart of ['support', 'any'] as const) {
      const { rows } = await listTasks({ filters: { unit, unitPart }, principals, today, page: 1 })
      expect(rows.map((row) => row.id)).not.toContain(id)
    }
  }
})

it('officers have no board; an administrator has none', () => {
  expect(boardScopesOf(office.actor('chuyenvien1.tttt'))).toEqual([])
  expect(boardScopesOf(office.actor('quantri'))).toEqual([])
  expect(boardScopesOf(office.actor('phochunhiem1')).map(({ kind }) => kind)).toEqual(['charge', 'all'])
  expect(boardScopesOf(office.actor('pho.vp')).map(({ kind }) => kind)).toEqual(['all', 'unit'])
})

interface Question {
  scope: BoardScope
  filters: BoardFilters
  principals: Principal[]
}

type PlainRow = Omit<BoardRow, 'name' | 'abbreviation'>

/** The rules of the board said a second time, over the tasks as they were made up. */
function plainBoard({ scope, filters, principals }: Question, username: string): PlainRow[] {
  const question = { scope, filters, principals }
  const rows = new Map<string, PlainRow>()
  const count = (part: PlainRow['part'], id: string, settled: boolean, clock: MadeUpClock) => {
    const timeliness = timelinessOf({ ...clock, settled }, today, hour)
    if (!timeliness) return
    const none = Object.fromEntries(timelinessKinds.map((kind) => [kind, 0])) as Record<
      (typeof timelinessKinds)[number],
      number
    >
    const row = rows.get(part + id) ?? { part, id, total: 0, ages: overdueAges.map(() => 0), ...none }
    rows.set(part + id, row)
    row.total++
    row[timeliness]++
    if (timeliness !== 'OVERDUE') return
    row.ages[overdueAges.findIndex(({ to }) => to === null || clock.dueOn! >= daysAfter(today, -to))]!++
  }
  for (const task of seenBy(principals)) {
    if (!isTracked(task.state, task.issuedOn)) continue
    if (isLed(task, question) && isInPeriod(task.settledOn))
      count('lead', task.leadUnitId, task.settledOn !== null, clockIn(task, filters))
    if (filters.sourceKind && task.sourceKind !== filters.sourceKind) continue
    const underWay = task.parts.filter(({ state, settledOn }) => state !== 'withdrawn' && isInPeriod(settledOn))
    const newest = new Map(underWay.map((part) => [holderOf(part), part]))
    for (const part of newest.values()) {
      if (!seesPart(task, part, username)) continue
      const kind = part.personId ? 'officer' : 'support'
      if (kind === 'support' && (part.role !== 'SUPPORT' || !isOfScope(part.unitId!, scope))) continue
      if (kind === 'officer' && (scope.kind !== 'unit' || !worksIn(part.personId!, scope.unitId))) continue
      count(kind, part.unitId ?? part.personId!, part.settledOn !== null, part.clock)
    }
  }
  return [...rows.values()]
}

function seenBy(principals: Principal[]): MadeUpTask[] {
  const isMine = (principal: string) => principals.includes(principal as Principal)
  return tasks.filter(
    ({ leader, restricted, parts }) =>
      isMine(`person:${office.actor(leader).personId}`) ||
      (!restricted &&
        (principals.some((principal) => /LEADER|SECRETARIAT/.test(principal)) ||
          parts.some(({ unitId, state }) => state !== 'withdrawn' && unitId && isMine(`unit:${unitId}`)))),
  )
}

/** Of our readers only heads see parts of a task: theirs alone, where their unit does not lead it. */
function seesPart(task: MadeUpTask, part: MadeUpPart, username: string): boolean {
  const headed = office.actor(username).posts.find(({ role }) => role.includes('HEAD'))?.unitId
  const leads = task.parts.some(
    ({ role, unitId, state }) => role === 'LEAD' && unitId === headed && state !== 'withdrawn',
  )
  if (!headed || leads) return true
  const line = [part, ...task.parts.filter(({ id }) => id === part.parentId)]
  return line.some(({ unitId }) => unitId === headed)
}

function isLed(task: MadeUpTask, { scope, filters }: Question): boolean {
  if (task.issuedOn === null) return false
  if (filters.sourceKind && task.sourceKind !== filters.sourceKind) return false
  return isOfScope(task.leadUnitId, scope) && (!filters.dueDay || task.outerDueOn !== null)
}

function isOfScope(unitId: string, scope: BoardScope): boolean {
  if (scope.kind === 'unit') return unitId === scope.unitId
  if (scope.kind === 'all') return true
  const leader = ['chunhiem', 'phochunhiem1']
    .map((each) => office.actor(each))
    .find(({ personId }) => personId === scope.leaderId)
  return leader!.chargeUnitIds.includes(unitId)
}

function worksIn(personId: string, unitId: string): boolean {
  const abbreviation = ['TTTT', 'KHTC'].find((each) => office.unitId(each) === unitId)!.toLowerCase()
  return [1, 2].some((number) => office.actor(`chuyenvien${number}.${abbreviation}`).personId === personId)
}

function clockIn({ clock, outerDueOn }: MadeUpTask, filters: BoardFilters): MadeUpClock {
  return clockShownBy(filters) === 'outer' ? { ...clock, dueOn: outerDueOn, dueHour: null } : clock
}

function isTracked(state: string, issuedOn: Day | null): boolean {
  return issuedOn !== null && state !== 'revoked'
}

function isInPeriod(settledOn: Day | null): boolean {
  return settledOn === null || (settledOn >= period.trackedFrom && settledOn <= period.trackedTo)
}

function holderOf({ role, unitId, personId }: MadeUpPart): string {
  return `${role}:${unitId ?? personId}`
}

function byPlace(one: PlainRow, other: PlainRow): number {
  return (one.part + one.id).localeCompare(other.part + other.id)
}
