/**
 * Random people in random posts ask for random things, and the pure planner is held against a second, plain statement of
 * the rules. `LONG=1` walks the whole way, with another seed each time; otherwise a short and fixed one.
 */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getNextTransitions } from 'xstate'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import { sightOf } from '#workflows/audience.ts'
import { clockOf } from '#workflows/clock.ts'
import { obligationsOf } from '#workflows/obligations.ts'
import type { Change, Move } from '#workflows/unfold.ts'
import { standingOf } from '#workflows/standing.ts'
import { currentVersions, definitionOf, isSettled, restingStates } from '#workflows/registry.ts'
import { type Node, type Tree, withNode } from '#workflows/tree.ts'
import { cells, eventsOf, type Kind, settledStates } from './cells.ts'
import { createDice } from './dice.ts'
import { namesPlainly, seenPlainly } from './plain-audience.ts'
import { clockPlainly } from './plain-days.ts'
import { happenedPlainly } from './plain-history.ts'
import { enteredPlainly, handedOverPlainly, openedPlainly, recountedPlainly } from './plain-orders.ts'
import { owedPlainly } from './plain-obligations.ts'
import { isRightPlainly } from './plain-rights.ts'
import { assignmentsIn, isAwaited } from './plain-tree.ts'
import type { Ask } from './random-ask.ts'
import { hasPost, type Office, randomOffice, worksHere } from './random-office.ts'
import { createTally, type Tally } from './tally.ts'
import { asRestored, type Happening, walk } from './walk.ts'

const isLong = process.env.LONG === '1'
const SEQUENCES = isLong ? 2_000 : 480
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
      const settled = isSettled({ kind, version, state })
      expect(settledStates[kind].includes(state), state).toBe(settled)
      // What a machine takes in every state it is told of only while it is open.
      const everywhere = [...machine.root.transitions.keys()].map(String)
      const taken = offered.filter((event) => !settled || !everywhere.includes(event))
      expect([...cells[kind][state]!].sort(), state).toEqual([...new Set(taken)].sort())
    }
  })

  it.each(kinds)('know every act a person may ask of the %s machine', (kind) => {
    const acts = Object.keys(definitionOf({ kind, version: currentVersions[kind] }).acts)
    expect(eventsOf(kind)).toEqual(expect.arrayContaining(acts))
  })
})

describe('random sequences', () => {
  it('keep to the plain rules at every event', { timeout: isLong ? 60 * 60_000 : 300_000 }, () => {
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
  const histories = new Map<string, Tree>()
  for (const happening of walk(office, numbers)) {
    try {
      if (happening.kind === 'entering') checkEntering(office, happening, histories)
      else if (happening.kind === 'opening') checkOpening(office, happening, histories, tally)
      else if (happening.kind === 'handingOver') checkHandingOver(office, happening, histories, tally)
      else if (happening.kind === 'recounting') checkRecounting(office, happening, histories, tally)
      else checkAsking(office, happening, histories, tally)
    } catch (error) {
      throw new Error(`${told(happening)}\n${(error as Error).message}`, { cause: error })
    }
  }
}

type Entering = Extract<Happening, { kind: 'entering' }>
type Opening = Extract<Happening, { kind: 'opening' }>
type HandingOver = Extract<Happening, { kind: 'handingOver' }>
type Recounting = Extract<Happening, { kind: 'recounting' }>
type Asking = Extract<Happening, { kind: 'asking' }>

function checkEntering(office: Office, { id, record, actor, outcome }: Entering, histories: Map<string, Tree>): void {
  const entered = enteredPlainly(id, record)
  const isAssistant = actor.posts.some(({ assistsPersonId }) => assistsPersonId === record.directingLeaderId)
  expect(outcome.ok).toBe(isAssistant || namesPlainly(actor, entered).some((name) => hasPost(name, 'SECRETARIAT')))
  if (!outcome.ok) return
  histories.set(id, entered)
  checkTree(office, asRestored(outcome.tree), histories.get(id)!)
}

function checkOpening(
  office: Office,
  { id, record, today, outcome }: Opening,
  histories: Map<string, Tree>,
  tally: Tally,
): void {
  if (!outcome.ok) throw new Error('A period of a series asks nobody’s right')
  const newIds = [...outcome.tree.nodes.keys()].filter((each) => each !== id)
  histories.set(id, openedPlainly(id, record, today, newIds))
  expect(newIds, 'subjects that should not have begun').toEqual([])
  expect(outcome.moves.slice(0, 2).map(({ event, from, to }) => [event, from, to])).toEqual([
    ['enter', null, 'draft'],
    ['open', 'draft', 'assigned'],
  ])
  tally.accepted('TASK', 'draft', 'open')
  checkTree(office, asRestored(outcome.tree), histories.get(id)!)
}

/** Nobody is asked, and nothing but who has it changes; what nobody takes over is left as it was. */
function checkHandingOver(
  office: Office,
  { before, succession, outcome }: HandingOver,
  histories: Map<string, Tree>,
  tally: Tally,
): void {
  const past = histories.get(before.rootId)!
  const history = handedOverPlainly(past, succession)
  expect(outcome.ok).toBe(!isDeepStrictEqual(history.nodes, past.nodes))
  if (!outcome.ok) return
  histories.set(before.rootId, history)
  const { state } = before.nodes.get(before.rootId)!
  expect(outcome.moves).toMatchObject([
    { subjectId: before.rootId, event: 'handOver', from: state, to: state, texts: {} },
  ])
  tally.accepted('TASK', state, 'handOver')
  checkTree(office, asRestored(outcome.tree), history)
  checkChangesTold(outcome.moves, before, outcome.tree, { amended: null })
}

/** Nobody is asked, and nothing but due days changes; a day somebody changed meanwhile is left as it was. */
function checkRecounting(
  office: Office,
  { before, from, dueOn, outcome }: Recounting,
  histories: Map<string, Tree>,
  tally: Tally,
): void {
  const past = histories.get(before.rootId)!
  const history = recountedPlainly(past, { from, dueOn })
  expect(outcome.ok).toBe(history !== past)
  if (!outcome.ok) return
  histories.set(before.rootId, history)
  const { state } = before.nodes.get(before.rootId)!
  expect(outcome.moves).toMatchObject([
    { subjectId: before.rootId, event: 'calendarChanged', from: state, to: state, texts: {} },
  ])
  tally.accepted('TASK', state, 'calendarChanged')
  checkTree(office, asRestored(outcome.tree), history)
  checkChangesTold(outcome.moves, before, outcome.tree, { amended: null })
}

function checkAsking(
  office: Office,
  { ask, before, today, outcome }: Asking,
  histories: Map<string, Tree>,
  tally: Tally,
): void {
  const node = before.nodes.get(ask.subjectId)
  if (node && !outcome.ok) tally.refused(node.kind, node.state, ask.event.type)
  expect(outcome.ok).toBe(isRightPlainly(before, ask, today) && isStillRight(before, ask, today))
  const history = histories.get(before.rootId)!
  if (!outcome.ok) {
    // What was refused gives no tree to write, and has left the one before as it was.
    expect(Object.keys(outcome)).toEqual(['ok', 'refusal'])
    expect([...before.nodes.values()]).toEqual([...history.nodes.values()])
    return
  }
  const { tree, moves } = outcome
  for (const { subjectId, event, from } of moves) {
    if (from !== null) tally.accepted(tree.nodes.get(subjectId)!.kind, from, event)
  }
  const newIds = [...tree.nodes.keys()].filter((id) => !before.nodes.has(id))
  histories.set(before.rootId, happenedPlainly(history, ask, today, newIds))
  expect(newIds, 'subjects that should not have begun').toEqual([])
  checkTree(office, asRestored(tree), histories.get(before.rootId)!)
  checkMoves(moves, before, tree, ask)
  checkChangesTold(moves, before, tree, ask)
}

/** An edited draft must be the editor's to edit also as it becomes. */
function isStillRight(before: Tree, ask: Ask, today: string): boolean {
  const node = before.nodes.get(ask.subjectId)
  if (!ask.amended || node?.kind !== 'TASK') return true
  return isRightPlainly(withNode(before, { ...node, record: ask.amended }), ask, today)
}

/** How things stand, record by record, against what the events alone would have. */
function checkTree(office: Office, tree: Tree, history: Tree): void {
  const nodes = [...tree.nodes.values()]
  expect(nodes).toEqual([...history.nodes.values()])
  expect(nodes.map((node) => ({ id: node.id, ...clockOf(node) }))).toEqual(
    nodes.map(({ id }) => ({ id, ...clockPlainly(history, id) })),
  )
  expect(owedByEach(office.people, tree).sort()).toEqual(owedPlainly(office.people, tree).sort())
  const whatEachSees = (seenBy: (person: Actor) => Iterable<string>) =>
    office.people.map((person) => `${person.personId}: ${[...seenBy(person)].sort().join(' ')}`)
  expect(whatEachSees((person) => sightOf(principalsOf(person), tree))).toEqual(
    whatEachSees((person) => seenPlainly(person, tree)),
  )
  checkSomebodyCanMove(office, tree)
  checkDebtsCanBePaid(office, tree)
}

function owedByEach(people: Actor[], tree: Tree): string[] {
  const obligations = obligationsOf(tree)
  return people.flatMap((person) => {
    const principals = principalsOf(person)
    const owed = obligations
      .filter(({ holder }) => principals.includes(holder))
      .map(({ kind, subjectId, dueOn }) => `${person.personId} ${kind} ${subjectId} ${dueOn ?? 'open-ended'}`)
    // Owed in two posts, as the lead's head and as the follower, it is still one thing to do.
    return [...new Set(owed)]
  })
}

/** A task that has not ended, every part of it that is waited for, and every open request can be moved by somebody of the office. */
function checkSomebodyCanMove({ people }: Office, tree: Tree): void {
  const awaited = assignmentsIn(tree).filter((node) => isAwaited(node, tree))
  const waiting = [...tree.nodes.values()].filter((node) => {
    if (settledStates[node.kind].includes(node.state)) return false
    return node.kind !== 'ASSIGNMENT' || awaited.includes(node)
  })
  for (const node of waiting) {
    const movers = people.filter((person) => worksHere(person))
    const moves = acts(node.kind).filter((act) => !['edit', 'progress', 'urge', 'changeContent'].includes(act))
    const canMove = movers.some((actor) => moves.some((act) => isOpenTo(actor, tree, node, act)))
    expect(canMove, `somebody can move ${node.id}, which is ${node.state}`).toBe(true)
  }
}

/** What somebody is told they owe, somebody it is owed by can also do; to follow a task is to watch it. */
function checkDebtsCanBePaid({ people }: Office, tree: Tree): void {
  const paidBy: Record<string, string[]> = {
    ISSUE: ['issue'],
    RECEIVE: ['receive'],
    PROCESS: ['report'],
    SUPPORT: ['report'],
    REVIEW: ['sendBack'],
    RESOLVE: ['insist'],
    // The only head who could decide may be who asked, in another post: they can still withdraw what they asked for.
    DECIDE: ['refuse', 'withdraw'],
    ACCEPT: ['accept'],
    FOLLOW: [],
  }
  for (const { kind, subjectId, holder } of obligationsOf(tree)) {
    const payments = paidBy[kind]!
    if (payments.length === 0) continue
    const payers = people.filter((person) => principalsOf(person).includes(holder))
    const node = tree.nodes.get(subjectId)!
    const canPay = payers.some((actor) => payments.some((act) => isOpenTo(actor, tree, node, act)))
    expect(canPay, `${holder} can do what they owe: ${kind} on ${subjectId}`).toBe(true)
  }
}

function acts(kind: Kind): string[] {
  return Object.keys(definitionOf({ kind, version: currentVersions[kind] }).acts)
}

function isOpenTo(actor: Actor, tree: Tree, node: Node, act: string): boolean {
  if (!sightOf(principalsOf(actor), tree).has(node.id)) return false
  return standingOf(tree, node, act, { actor, today: '2026-11-23' }, null).refusal === null
}

/** The steps tell every change of what was agreed, and no other, so that any past day can be computed from them. */
function checkChangesTold(moves: Move[], before: Tree, after: Tree, { amended }: Pick<Ask, 'amended'>): void {
  const told = moves.flatMap(({ payload }) => (payload.changed ?? []) as Change[])
  // An edited draft has nothing agreed yet: the plan finds its new record written.
  const changed = amended
    ? []
    : [...before.nodes.values()].flatMap((node) => changesOf(node, after.nodes.get(node.id)!))
  const linesOf = (changes: Change[]) => changes.map((change) => JSON.stringify(change)).sort()
  expect(linesOf(told)).toEqual(linesOf(changed))
}

function changesOf(before: Node, after: Node): Change[] {
  const [from, to] = [before, after].map(({ record }): Record<string, unknown> => ({ ...record }))
  return Object.keys(to!)
    .filter((field) => JSON.stringify(from![field]) !== JSON.stringify(to![field]))
    .map((field) => ({ subjectId: before.id, field, from: from![field], to: to![field] }))
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
  const [own, ofAbsent] = [actor.posts, actor.standsInFor.flatMap(({ posts }) => posts)].map((posts) =>
    posts.find(({ id }) => id === first!.postId),
  )
  expect((own ?? ofAbsent)?.role, 'the post the act is done in').toBeDefined()
  expect((own ?? ofAbsent)?.role).not.toBe('ADMIN')
  // A substitute acts under both names; only of a draft the leader who directs it stands there instead.
  const absent = own ? undefined : actor.standsInFor.find(({ posts }) => posts.some(({ id }) => id === first!.postId))
  if (absent && first!.from !== 'draft') expect(first!.onBehalfOfId).toBe(absent.personId)
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
  if (happening.kind === 'entering' || happening.kind === 'opening') {
    return `${happening.kind} ${happening.id} by ${JSON.stringify(happening.actor.posts)}`
  }
  if (happening.kind === 'handingOver') {
    return `handing over ${happening.before.rootId}: ${JSON.stringify(happening.succession)}`
  }
  if (happening.kind === 'recounting') {
    return `counting ${happening.before.rootId} anew: ${happening.from} to ${happening.dueOn}`
  }
  const { ask, before, outcome } = happening
  const states = [...before.nodes.values()].map(({ id, state }) => `${id} ${state}`).join(', ')
  return `${JSON.stringify(ask.event)} on ${ask.subjectId} by ${JSON.stringify(ask.actor)}; before: ${states}; ${
    outcome.ok ? 'accepted' : `refused: ${outcome.refusal.code}`
  }`
}
