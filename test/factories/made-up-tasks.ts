import { v7 as newId } from 'uuid'
import { toDayColumn } from '#app/platform/day-column.ts'
import { transaction } from '#app/platform/db.server.ts'
import { createDice, type Dice } from '#test/property/dice.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import type { DemoOffice } from './demo-office.ts'

/** A task as somebody would describe it who counts by hand. */
export interface MadeUpTask {
  id: string
  leadUnitId: string
  leader: string
  sourceKind: 'PLAN' | 'DECISION'
  restricted: boolean
  state: string
  issuedOn: Day | null
  settledOn: Day | null
  outerDueOn: Day | null
  clock: MadeUpClock
  parts: MadeUpPart[]
}

export interface MadeUpClock {
  dueOn: Day | null
  dueHour: Hour | null
  stoppedHour: Hour | null
  startOn: Day | null
  stoppedOn: Day | null
  doneOn: Day | null
}

export interface MadeUpPart {
  id: string
  parentId: string
  role: 'LEAD' | 'SUPPORT'
  unitId: string | null
  personId: string | null
  state: string
  settledOn: Day | null
  clock: MadeUpClock
}

const UNITS = ['TTTT', 'KHTC', 'VP', 'HTQT', 'TCCB']
const LEADERS = ['chunhiem', 'phochunhiem1', 'phochunhiem2']
const STATES = [
  'draft',
  'assigned',
  'inProgress',
  'inProgress',
  'returned',
  'awaitingAcceptance',
  'suspended',
  'completed',
  'completed',
  'revoked',
  'discarded',
]

/**
 * Tasks in every state and timeliness, with supporting units and officers, written straight into the tables: for lists and
 * counts, which need many kinds at once. What moves is never tested on these.
 */
export async function madeUpTasks(
  office: DemoOffice,
  { count, seed, today }: { count: number; seed: number; today: Day },
): Promise<MadeUpTask[]> {
  const dice = createDice(seed)
  const tasks = Array.from({ length: count }, () => makeUp(office, dice, today))
  await write(office, tasks)
  return tasks
}

function makeUp(office: DemoOffice, dice: Dice, today: Day): MadeUpTask {
  const id = newId()
  const state = dice.oneOf(STATES)
  const issuedOn = state === 'draft' || state === 'discarded' ? null : daysAfter(today, -dice.below(500))
  const isSettled = ['completed', 'revoked', 'discarded'].includes(state)
  const settledOn = isSettled ? between(issuedOn ?? daysAfter(today, -100), today, dice) : null
  const leadUnit = dice.oneOf(UNITS)
  const task: MadeUpTask = {
    id,
    leadUnitId: office.unitId(leadUnit),
    leader: dice.oneOf(LEADERS),
    sourceKind: dice.oneOf(['PLAN', 'DECISION'] as const),
    restricted: dice.chance(0.1),
    state,
    issuedOn,
    settledOn,
    outerDueOn: dice.chance(0.3) ? dueDay(dice, today) : null,
    clock: clockOf({ state, issuedOn, settledOn }, dice, today),
    parts: [],
  }
  if (issuedOn) task.parts = makeUpParts(task, { office, dice, leadUnit, today })
  return task
}

function makeUpParts(
  task: MadeUpTask,
  { office, dice, leadUnit, today }: { office: DemoOffice; dice: Dice; leadUnit: string; today: Day },
): MadeUpPart[] {
  const { issuedOn } = task
  const part = (given: Pick<MadeUpPart, 'role' | 'unitId' | 'personId' | 'parentId'>): MadeUpPart => {
    const state = task.settledOn ? 'done' : dice.oneOf(['received', 'reported', 'done', 'withdrawn'])
    const settledOn =
      state === 'done' || state === 'withdrawn' ? between(issuedOn!, task.settledOn ?? today, dice) : null
    // Some were closed with their task, without a report.
    const clockState = state === 'done' && dice.chance(0.3) ? 'closed' : state
    return {
      ...given,
      id: newId(),
      state,
      settledOn,
      clock: clockOf({ state: clockState, issuedOn, settledOn }, dice, today),
    }
  }
  const lead = part({ role: 'LEAD', unitId: task.leadUnitId, personId: null, parentId: task.id })
  const supports = dice
    .shuffled(UNITS.filter((unit) => unit !== leadUnit))
    .slice(0, dice.below(3))
    .flatMap((unit) => {
      const held = () => part({ role: 'SUPPORT', unitId: office.unitId(unit), personId: null, parentId: task.id })
      // Taken back once and given again: the newest part counts.
      return dice.chance(0.1) ? [held(), held()] : [held()]
    })
  const handed = [lead, ...supports].flatMap((above) => {
    const unit = UNITS.find((each) => office.unitId(each) === above.unitId)!
    const officer = `chuyenvien${1 + dice.below(2)}.${unit.toLowerCase()}`
    if (!dice.chance(0.5)) return []
    return [part({ role: 'LEAD', unitId: null, personId: office.actor(officer).personId, parentId: above.id })]
  })
  return [lead, ...supports, ...handed]
}

function clockOf(
  { state, issuedOn, settledOn }: { state: string; issuedOn: Day | null; settledOn: Day | null },
  dice: Dice,
  today: Day,
): MadeUpClock {
  const waits = ['awaitingAcceptance', 'suspended', 'reported'].includes(state)
  const isDone = state === 'completed' || state === 'done'
  const since = issuedOn ?? today
  return {
    dueOn: dice.chance(0.2) ? null : dueDay(dice, today),
    dueHour: dice.chance(0.4) ? '15:00' : null,
    stoppedHour: waits || isDone ? dice.oneOf(['14:59', '15:00', '15:01']) : null,
    startOn: issuedOn,
    stoppedOn: waits ? between(since, today, dice) : null,
    doneOn: isDone ? between(since, settledOn ?? today, dice) : null,
  }
}

/** Near today as well as far off, for days are where counts go wrong. */
function dueDay(dice: Dice, today: Day): Day {
  return daysAfter(today, dice.chance(0.5) ? dice.below(13) - 6 : dice.below(300) - 200)
}

function between(first: Day, last: Day, dice: Dice): Day {
  const days = Math.max(0, Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000))
  return daysAfter(first, dice.below(days + 1))
}

/** At noon of the office. */
function noonOf(day: Day): Date {
  return new Date(`${day}T05:00:00Z`)
}

async function write(office: DemoOffice, tasks: MadeUpTask[]): Promise<void> {
  const person = (username: string) => office.actor(username).personId
  const directiveIds = { PLAN: newId(), DECISION: newId() }
  await transaction(
    'made-up tasks',
    async (tx) => {
      for (const [sourceKind, id] of Object.entries(directiveIds)) {
        await tx.directive.create({
          data: {
            id,
            organId: office.organId,
            sourceKind: sourceKind as MadeUpTask['sourceKind'],
            symbol: `7/${sourceKind}`,
            issuingOrgan: 'Ủy ban Dân tộc',
            subject: 'Kế hoạch năm',
            searchText: `7/${sourceKind.toLowerCase()} ke hoach nam`,
            enteredById: person('tonghop1'),
            createdAt: noonOf('2024-01-01'),
          },
        })
      }
      const subjects = tasks.flatMap((task) => [
        { ...task, kind: 'TASK' as const, rootId: task.id, parentId: null, workflow: 'task' },
        ...task.parts.map((part) => ({
          ...part,
          restricted: task.restricted,
          kind: 'ASSIGNMENT' as const,
          rootId: task.id,
          workflow: 'assignment',
        })),
      ])
      await tx.subject.createMany({
        data: subjects.map(({ id, kind, rootId, parentId, restricted, workflow, state, settledOn, clock }) => ({
          id,
          kind,
          rootId,
          parentId,
          restricted,
          workflow,
          workflowVersion: 2,
          state,
          organId: office.organId,
          title: kind === 'TASK' ? 'Nhiệm vụ' : '',
          searchText: kind === 'TASK' ? 'nhiem vu' : '',
          context: {
            issuedOn: clock.startOn,
            resultOn: clock.doneOn ?? (state === 'awaitingAcceptance' ? clock.stoppedOn : null),
            suspendedOn: state === 'suspended' ? clock.stoppedOn : null,
          },
          createdAt: noonOf(clock.startOn ?? '2024-01-01'),
          settledAt: settledOn ? noonOf(settledOn) : null,
        })),
      })
      const day = (text: Day | null) => (text ? toDayColumn(text) : null)
      await tx.deadline.createMany({
        data: subjects.flatMap(({ id, clock: { dueOn, dueHour, startOn, stoppedOn, stoppedHour, doneOn } }) =>
          dueOn
            ? {
                subjectId: id,
                rule: { kind: 'FIXED_DAY' },
                dueOn: toDayColumn(dueOn),
                dueHour,
                stoppedHour,
                startOn: day(startOn),
                stoppedOn: day(stoppedOn),
                doneOn: day(doneOn),
              }
            : [],
        ),
      })
      await tx.task.createMany({
        data: tasks.map(({ id, sourceKind, leadUnitId, leader, outerDueOn }, index) => ({
          id,
          directiveId: directiveIds[sourceKind],
          position: index + 1,
          content: 'Nhiệm vụ',
          directingLeaderId: person(leader),
          leadUnitId,
          followerId: person('tonghop2'),
          enteredById: person('tonghop2'),
          outerDueOn: day(outerDueOn),
        })),
      })
      await tx.assignment.createMany({
        data: tasks.flatMap(({ parts, leader }) =>
          parts.map(({ id, role, unitId, personId }) => ({ id, role, unitId, personId, givenById: person(leader) })),
        ),
      })
      await tx.participant.createMany({ data: tasks.flatMap((task) => audience(office, task)), skipDuplicates: true })
    },
    { seconds: 120 },
  )
}

function audience(office: DemoOffice, task: MadeUpTask) {
  const { id, parts, leader, restricted } = task
  const seen = (principal: string, reason: string) => ({ subjectId: id, principal, reason })
  const duties = ['LEADER', 'SECRETARIAT'].map((role) =>
    seen(`duty:${office.organId}:${role}`, role === 'LEADER' ? 'leaders' : 'secretariat'),
  )
  const underSupport = new Set(parts.filter(({ role }) => role === 'SUPPORT').map((part) => part.id))
  // Whole sight first: of two reasons for one principal the first stays.
  const held = [...parts].sort((one, other) => Number(isPartly(one)) - Number(isPartly(other)))
  function isPartly(part: MadeUpPart) {
    return part.role === 'SUPPORT' || underSupport.has(part.parentId)
  }
  return [
    seen(`person:${office.actor(leader).personId}`, 'directingLeader'),
    seen(`person:${office.actor('tonghop2').personId}`, 'follower'),
    ...(restricted ? [] : duties),
    ...(restricted
      ? []
      : held
          .filter(({ state }) => state !== 'withdrawn')
          .map((part) =>
            part.unitId
              ? seen(`unit:${part.unitId}`, isPartly(part) ? 'supportUnit' : 'leadUnit')
              : seen(`person:${part.personId}`, isPartly(part) ? 'supportAssignee' : 'assignee'),
          )),
  ]
}
