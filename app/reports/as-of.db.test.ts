/**
 * A year of an office, day by day through the real acts. At the end of some days the figures of the tracking board are kept, as if
 * somebody had printed them; when the year is over, the same figures are computed for those days out of the steps alone.
 */
import { v7 as newId } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { enterDirective } from '#app/directives/enter-directive.server.ts'
import { issueTask } from '#app/directives/simple-acts.server.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import { readBoard } from '#app/tracking/read-board.server.ts'
import { act } from '#app/workflow/act.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { createDice } from '#test/property/dice.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import { type Timeliness, timelinessKinds } from '#workflows/calendar/timeliness.ts'
import type { AskedEvent } from '#workflows/plan.ts'
import { dataPeriodOf, periodBefore } from './data-periods.ts'
import type { UnitFigures } from './figures.ts'
import { readFigures } from './read-figures.server.ts'

const FIRST_DAY = '2027-01-04'
const DAYS = 365
const ACTS_A_DAY = 3
const DAYS_COMPARED = 50
/** What was given out before these stays as it is, and becomes overdue. */
const TASKS_MOVED = 30
const TASKS_LOOKED_AT = 6
const UNITS = ['TTTT', 'KHTC', 'VP', 'TCCB', 'HTQT']

const dice = createDice(20270104)
/** How often each act was carried out. */
const done = new Map<string, number>()
const taskIds: string[] = []
let office: DemoOffice
let heads: Map<string, Actor>
beforeAll(async () => {
  office = await demoOffice()
  heads = new Map(UNITS.map((unit) => [office.unitId(unit), office.actor(`truong.${unit.toLowerCase()}`)]))
})

test(
  'for fifty past days the figures out of the steps are those that were taken on the day',
  { timeout: 180_000 },
  async () => {
    const days = Array.from({ length: DAYS }, (_, number) => daysAfter(FIRST_DAY, number))
    const chosen = dice.shuffled(days).slice(0, DAYS_COMPARED)
    const taken = new Map<Day, string[]>()
    for (const day of days) {
      await playDay(day)
      if (chosen.includes(day)) taken.set(day, await boardOf(day))
    }

    const seen = new Map<Timeliness, number>()
    for (const day of chosen) {
      const figures = await figuresAsOf(day)
      expect(figures.map(lineOf).sort(), `as of ${day}`).toEqual(taken.get(day))
      for (const kind of timelinessKinds) {
        for (const row of figures) seen.set(kind, (seen.get(kind) ?? 0) + row[kind])
      }
    }
    for (const kind of timelinessKinds) expect(seen.get(kind), kind).toBeGreaterThan(20)
    for (const event of EVENTS) expect(done.get(event) ?? 0, event).toBeGreaterThan(1)
  },
)

const EVENTS = [
  ...[
    'issue',
    'takeBack',
    'changeDueDay',
    'addSupporters',
    'reassign',
    'suspend',
    'resume',
    'accept',
    'reopen',
    'revoke',
  ],
  ...[
    'receive',
    'progress',
    'report',
    'acceptContribution',
    'sendBack',
    'giveBack',
    'insist',
    'release',
    'grant',
    'refuse',
  ],
]

async function boardOf(day: Day): Promise<string[]> {
  const { from } = dataPeriodOf('month', day)
  const rows = await readBoard({
    filters: { trackedFrom: from, trackedTo: day },
    scope: { kind: 'all' },
    principals: principalsOf(office.actor('tonghop1')),
    today: day,
  })
  return rows.map((row) => lineOf({ ...row, role: row.part === 'lead' ? 'LEAD' : 'SUPPORT', unitId: row.id })).sort()
}

async function figuresAsOf(day: Day): Promise<UnitFigures[]> {
  const { from } = dataPeriodOf('month', day)
  const period = { from, to: day }
  const before = periodBefore('month', period)
  const { now } = await readFigures({ period, before, principals: principalsOf(office.actor('tonghop1')) })
  return now
}

function lineOf(row: Pick<UnitFigures, Timeliness | 'role' | 'unitId' | 'total'>): string {
  return `${row.role} ${row.unitId}: ${row.total} = ${timelinessKinds.map((kind) => row[kind]).join(' + ')}`
}

/** Some work is given out, and of what there is some is moved on, from a minute past midnight to a minute before the next. */
async function playDay(day: Day): Promise<void> {
  for (const minute of [1, 1 + dice.below(1438), 1439].slice(-1 - dice.below(ACTS_A_DAY))) {
    const at = new Date(Date.parse(`${day}T00:00:00+07:00`) + minute * 60_000)
    if (dice.chance(0.13)) await giveWork(day, at)
    else await moveSomething(day, at)
  }
}

async function giveWork(day: Day, at: Date): Promise<void> {
  const [lead, ...others] = dice.shuffled(UNITS).map(office.unitId)
  const dueOn = dice.chance(0.15) ? undefined : daysAfter(day, dice.below(60))
  const supporters = others
    .slice(0, dice.below(3))
    .map((unitId) => ({ unitId, dueOn: dueOn && daysAfter(dueOn, -dice.below(3)) }))
  const { directiveId } = await enterDirective({
    directive: {
      sourceKind: 'PLAN',
      symbol: '7/KH-UBDT',
      signedOn: day,
      issuingOrgan: 'Ủy ban Dân tộc',
      signer: 'Bộ trưởng, Chủ nhiệm',
      subject: 'Kế hoạch năm',
      directingLeaderId: office.actor('chunhiem').personId,
      followerId: office.actor('tonghop1').personId,
      restricted: false,
      namedPersonIds: [],
      tasks: [
        { content: 'Việc theo kế hoạch', leadUnitId: lead!, urgency: 'NORMAL', dueOn, openEnded: !dueOn, supporters },
      ],
    },
    files: [],
    by: office.actor('tonghop1'),
    requestKey: newId(),
    at,
  })
  const task = await db.task.findFirstOrThrow({ where: { directiveId } })
  taskIds.push(task.id)
  await issue(task.id, at)
}

async function issue(taskId: string, at: Date): Promise<void> {
  await issueTask({ subjectId: taskId, revision: null, requestKey: newId(), by: office.actor('chunhiem'), at })
  done.set('issue', (done.get('issue') ?? 0) + 1)
}

/** Something that somebody could do now; what the rules refuse is not done. */
async function moveSomething(day: Day, at: Date): Promise<void> {
  const subjects = await db.subject.findMany({
    where: { rootId: { in: dice.shuffled(taskIds.slice(-TASKS_MOVED)).slice(0, TASKS_LOOKED_AT) } },
    select: {
      id: true,
      kind: true,
      state: true,
      rootId: true,
      assignment: true,
      parent: { include: { assignment: true } },
    },
    orderBy: { id: 'asc' },
  })
  // What is done is seldom taken up again.
  const open = subjects.filter(({ state }) => state !== 'completed' || dice.chance(0.05))
  for (const subject of dice.shuffled(open)) {
    const unitId = subject.assignment?.unitId ?? subject.parent?.assignment?.unitId
    const moves = movesOf(subject.kind, subject.state, day)
    if (moves.length === 0) continue
    const [by, event] = dice.oneOf(moves)
    if (event === 'issue') return issue(subject.id, at)
    const actor = by === 'head' ? heads.get(unitId!)! : office.actor(by)
    try {
      await act({ subjectId: subject.id, revision: null, requestKey: newId(), event, by: actor, at })
    } catch (error) {
      if (error instanceof Refused || error instanceof NotFound) continue
      throw error
    }
    done.set(event.type, (done.get(event.type) ?? 0) + 1)
    return
  }
}

type Move = [by: string, event: AskedEvent | 'issue']

/** What may be tried on a subject, what happens often more than once. */
function movesOf(kind: string, state: string, day: Day): Move[] {
  const reason = 'Theo tình hình thực tế'
  const later = daysAfter(day, dice.below(40) - 5)
  const unitId = office.unitId(dice.oneOf(UNITS))
  const report: Move = [
    'head',
    { type: 'report', text: 'Đã xong', latenessReason: reason, withoutSupportersReason: reason },
  ]
  const changes: Move[] = [
    ['tonghop1', { type: 'changeDueDay', dueOn: dice.chance(0.15) ? null : later, reason }],
    ['tonghop1', { type: 'addSupporters', supporters: [{ unitId, dueOn: day }] }],
    ['tonghop1', { type: 'reassign', leadUnitId: unitId, reason }],
    ['tonghop1', { type: 'suspend', reason }],
    ...(dice.chance(0.2) ? [['chunhiem', { type: 'revoke', reason }] satisfies Move] : []),
  ]
  switch (`${kind} ${state}`) {
    case 'TASK draft':
      return [['chunhiem', 'issue']]
    case 'TASK assigned':
      return [...changes, ['tonghop1', { type: 'takeBack', reason }]]
    case 'TASK inProgress':
      return dice.chance(0.4) ? changes : []
    case 'TASK returned':
      return [...changes, ['tonghop1', { type: 'insist', reason }]]
    case 'TASK suspended':
      return [
        ['tonghop1', { type: 'resume' }],
        ['tonghop1', { type: 'resume' }],
        ['chunhiem', { type: 'revoke', reason }],
      ]
    case 'TASK awaitingAcceptance':
      return [
        ...Array.from({ length: 4 }, (): Move => ['chunhiem', { type: 'accept' }]),
        ['chunhiem', { type: 'sendBack', reason }],
      ]
    case 'TASK completed':
      return [['chunhiem', { type: 'reopen', reason, ...(dice.chance(0.5) && { dueOn: later }) }]]
    case 'ASSIGNMENT awaitingReceipt':
      return [
        ...Array.from({ length: 6 }, (): Move => ['head', { type: 'receive' }]),
        ['head', { type: 'giveBack', reason }],
      ]
    case 'ASSIGNMENT received':
      return [
        ...Array.from({ length: 6 }, () => report),
        ['head', { type: 'progress', text: 'Đang làm', percent: 50 }],
        ['head', { type: 'requestExtension', dueOn: daysAfter(later, 20), reason }],
        ['head', { type: 'giveBack', reason }],
      ]
    case 'ASSIGNMENT reported':
      return [
        ['tonghop1', { type: 'acceptContribution' }],
        ['tonghop1', { type: 'sendBack', reason }],
      ]
    case 'ASSIGNMENT returned':
      return [
        ['tonghop1', { type: 'insist', reason }],
        ['tonghop1', { type: 'release' }],
      ]
    case 'EXTENSION_REQUEST requested':
      return [
        ['tonghop1', { type: 'grant', dueOn: daysAfter(later, 20) }],
        ['tonghop1', { type: 'refuse', reason }],
      ]
    default:
      return []
  }
}
