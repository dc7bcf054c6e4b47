/**
 * Random people in random posts ask for random things, and the pure planner is held against a second, plain statement of
 * the rules. `LONG=1` walks the whole way, with another seed each time; otherwise a short and fixed one.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getNextTransitions } from 'xstate'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import { maySee } from '#workflows/audience.ts'
import { clockOf } from '#workflows/clock.ts'
import { obligationsOf } from '#workflows/obligations.ts'
import type { Move } from '#workflows/plan.ts'
import { actsOpenTo } from '#workflows/standing.ts'
import { currentVersions, definitionOf, isFinal, restingStates } from '#workflows/registry.ts'
import { taskOf, type Tree, withNode } from '#workflows/tree.ts'
import { cells, eventsOf, finalStates, type Kind } from './cells.ts'
import { createDice } from './dice.ts'
import { seesPlainly } from './plain-audience.ts'
import { clockPlainly, type History, newHistory, remember } from './plain-history.ts'
import { owedPlainly } from './plain-obligations.ts'
import { isRightPlainly } from './plain-rights.ts'
import type { Ask } from './random-ask.ts'
import { hasPost, type Office, randomOffice, worksHere } from './random-office.ts'
import { createTally, type Tally } from './tally.ts'
import { type Happening, walk } from './walk.ts'

const isLong = process.env.LONG === '1'
const SEQUENCES = isLong ? 2_000 : 150
const kinds = Object.keys(cells) as Kind[]

describe('the written tables of state × event', () => {
  it.each(kinds)('have every state of the %s machine, and no other', (kind) => {
    expect(Object.keys(cells[kind]).sort()).toEqual(restingStates(kind).sort())
  })

  it.each(kinds)('have every event of the %s machine where it is, and nowhere else', (kind) => {
    const version = currentVersions[kind]
    for (const state of restingStates(kind)) {
      const { machine } = definitionOf({ kind, version })
      const offered = getNextTransitions(machine.resolveState({ value: state, context: {} })).map((each) =>
        String(each.eventType),
      )
      const final = isFinal({ kind, version, state })
      expect(finalStates.includes(state), state).toBe(final)
      expect([...cells[kind][state]!].sort(), state).toEqual(final ? [] : [...new Set(offered)].sort())
    }
  })

  it.each(kinds)('know every act a person may ask of the %s machine', (kind) => {
    const acts = Object.keys(definitionOf({ kind, version: currentVersions[kind] }).acts)
    expect(eventsOf(kind)).toEqual(expect.arrayContaining(acts))
  })
})

describe('random sequences', () => {
  it('keep to the plain rules at every event', { timeout: isLong ? 30 * 60_000 : 120_000 }, () => {
    const tally = createTally()
    const number = fc.noBias(fc.nat())
    fc.assert(
      fc.property(number, fc.array(number, { minLength: 30, maxLength: 45 }), (officeNumber, numbers) => {
        checkSequence(randomOffice(createDice(officeNumber)), numbers, tally)
      }),
      { numRuns: SEQUENCES, seed: isLong ? Date.now() % 0x7fffffff : 20210909 },
    )

    const { accepted, refused } = tally.total()
    console.log(`${SEQUENCES} sequences: ${accepted} accepted / ${refused} refused; – cannot be accepted\n`)
    for (const kind of kinds) console.log(`${tally.print(kind)}\n`)
    expect(accepted).toBeGreaterThanOrEqual(refused)
    expect(tally.unexpected()).toEqual([])
    expect(tally.empty()).toEqual([])
  })
})

function checkSequence(office: Office, numbers: number[], tally: Tally): void {
  const histories = new Map<string, History>()
  for (const happening of walk(office, numbers)) {
    try {
      if (happening.kind === 'entering') checkEntering(office, happening, histories)
      else checkAsking(office, happening, histories.get(happening.before.rootId)!, tally)
    } catch (error) {
      throw new Error(`${told(happening)}\n${(error as Error).message}`, { cause: error })
    }
  }
}

type Entering = Extract<Happening, { kind: 'entering' }>
type Asking = Extract<Happening, { kind: 'asking' }>

function checkEntering(
  office: Office,
  { id, record, actor, outcome }: Entering,
  histories: Map<string, History>,
): void {
  const isAssistant = actor.posts.some(({ assistsPersonId }) => assistsPersonId === record.directingLeaderId)
  expect(outcome.ok).toBe(hasPost(actor, 'SECRETARIAT') || isAssistant)
  if (!outcome.ok) return
  histories.set(id, newHistory(id))
  checkTree(office, outcome.tree, histories.get(id)!)
}

function checkAsking(office: Office, { ask, before, today, outcome }: Asking, history: History, tally: Tally): void {
  const node = before.nodes.get(ask.subjectId)
  if (node && !outcome.ok) tally.refused(node.kind, node.state, ask.event.type)
  expect(outcome.ok).toBe(isRightPlainly(before, ask) && isStillRight(before, ask))
  if (!outcome.ok) {
    // What was refused gives no tree to write, and has left the one before as it was.
    expect(Object.keys(outcome)).toEqual(['ok', 'refusal'])
    checkTree(office, before, history)
    return
  }
  const { tree, moves } = outcome
  for (const { subjectId, event, from } of moves) {
    if (from !== null) tally.accepted(tree.nodes.get(subjectId)!.kind, from, event)
  }
  remember(history, ask, today, tree)
  checkTree(office, tree, history)
  checkRecordsKept(before, tree, ask)
  checkMoves(moves, before, tree, ask)
}

/** An edited draft must be the editor's to edit also as it becomes. */
function isStillRight(before: Tree, ask: Ask): boolean {
  const node = before.nodes.get(ask.subjectId)
  if (!ask.amended || node?.kind !== 'TASK') return true
  return isRightPlainly(withNode(before, { ...node, record: ask.amended }), ask)
}

/** How things stand, against what the events alone would have. */
function checkTree(office: Office, tree: Tree, history: History): void {
  const nodes = [...tree.nodes.values()]
  const leadId = nodes.find((node) => node.parentId === tree.rootId)?.id ?? null
  expect(nodes.map((node) => ({ id: node.id, state: node.state, ...clockOf(node) }))).toEqual(
    [...history.states].map(([id, state]) => ({ id, state, ...clockPlainly(history, id, leadId) })),
  )
  expect(taskOf(tree).context.reporterId).toBe(history.reporterId)
  expect(owedByEach(office.people, tree).sort()).toEqual(owedPlainly(office.people, tree).sort())
  const whoSees = (sees: (person: Actor, tree: Tree) => boolean) =>
    office.people.filter((person) => sees(person, tree)).map(({ personId }) => personId)
  expect(whoSees(maySee)).toEqual(whoSees(seesPlainly))
  checkSomebodyCanMove(office, tree)
  checkDebtsCanBePaid(office, tree)
}

function owedByEach(people: Actor[], tree: Tree): string[] {
  const obligations = obligationsOf(tree)
  return people.flatMap((person) => {
    const principals = principalsOf(person)
    return obligations
      .filter(({ holder }) => principals.includes(holder))
      .map(({ kind, subjectId, dueOn }) => `${person.personId} ${kind} ${subjectId} ${dueOn ?? 'open-ended'}`)
  })
}

function checkSomebodyCanMove({ people }: Office, tree: Tree): void {
  const task = tree.nodes.get(tree.rootId)!
  if (finalStates.includes(task.state)) return
  const movers = people.filter((person) => worksHere(person) && maySee(person, tree))
  const canMove = movers.some((actor) =>
    actsOpenTo(tree, task, { actor, today: '2026-11-23' }).some(({ act, refusal }) => act !== 'edit' && !refusal),
  )
  expect(canMove, `somebody can move a task that is ${task.state}`).toBe(true)
}

/** What somebody is told they owe, somebody it is owed by can also do; to follow a task is to watch it. */
function checkDebtsCanBePaid({ people }: Office, tree: Tree): void {
  const paidBy: Record<string, string[]> = {
    ISSUE: ['issue'],
    RECEIVE: ['receive'],
    PROCESS: ['report'],
    REVIEW: ['sendBack'],
    ACCEPT: ['accept'],
  }
  for (const { kind, subjectId, holder } of obligationsOf(tree)) {
    const acts = paidBy[kind]
    if (!acts) continue
    const payers = people.filter((person) => principalsOf(person).includes(holder) && maySee(person, tree))
    const node = tree.nodes.get(subjectId)!
    const canPay = payers.some((actor) =>
      actsOpenTo(tree, node, { actor, today: '2026-11-23' }).some(({ act, refusal }) => acts.includes(act) && !refusal),
    )
    expect(canPay, `${holder} can do what they owe: ${kind} on ${subjectId}`).toBe(true)
  }
}

/** An event moves states and begins assignments; what a task or an assignment is about stays as it was written. */
function checkRecordsKept(before: Tree, after: Tree, { subjectId, event, amended }: Ask): void {
  for (const node of before.nodes.values()) {
    expect(after.nodes.get(node.id)?.record).toEqual(node.id === subjectId && amended ? amended : node.record)
  }
  const begun = [...after.nodes.values()].filter(({ id }) => !before.nodes.has(id))
  const handed = begun.map(({ parentId, record }) => ({ parentId, ...record }))
  if (event.type === 'delegate') {
    const delegates = event.delegates as Record<string, unknown>[]
    expect(handed).toMatchObject(delegates.map((delegate) => ({ ...delegate, parentId: subjectId })))
  } else if (event.type === 'issue') {
    const task = before.nodes.get(before.rootId)!
    const unitId = task.kind === 'TASK' ? task.record.leadUnitId : null
    expect(handed).toMatchObject([
      { parentId: before.rootId, role: 'LEAD', holder: { unitId }, dueOn: task.record.dueOn },
    ])
  } else {
    expect(handed).toEqual([])
  }
}

/** The steps to be: the act first, in a post of the one who acts; each of the rest caused by one before it. */
function checkMoves(moves: Move[], before: Tree, after: Tree, { actor, subjectId, event }: Ask): void {
  const [first, ...rest] = moves
  expect(first).toMatchObject({
    subjectId,
    event: event.type,
    from: before.nodes.get(subjectId)!.state,
    causedBy: null,
  })
  const post = actor.posts.find(({ id }) => id === first!.postId)
  expect(post?.role, 'the post the act is done in').toBeDefined()
  expect(post?.role).not.toBe('ADMIN')
  for (const [index, move] of rest.entries()) {
    expect(move.causedBy).toBeGreaterThanOrEqual(0)
    expect(move.causedBy).toBeLessThan(index + 1)
    expect(move.postId).toBeNull()
  }
  for (const node of after.nodes.values()) {
    const last = moves.findLast((move) => move.subjectId === node.id)
    expect(last?.to ?? before.nodes.get(node.id)?.state).toBe(node.state)
  }
}

function told(happening: Happening): string {
  if (happening.kind === 'entering') return `entering ${happening.id} by ${JSON.stringify(happening.actor.posts)}`
  const { ask, before, outcome } = happening
  const states = [...before.nodes.values()].map(({ id, state }) => `${id} ${state}`).join(', ')
  return `${JSON.stringify(ask.event)} on ${ask.subjectId} by ${JSON.stringify(ask.actor)}; before: ${states}; ${
    outcome.ok ? 'accepted' : `refused: ${outcome.refusal.code}`
  }`
}
