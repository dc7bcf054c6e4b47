import { describe, expect, test } from 'vitest'
import type { Actor, ActorPost, PostRole } from '#workflows/actor.ts'
import { maySee } from '#workflows/audience.ts'
import { plan, planTask, type AskedEvent, type Plan } from '#workflows/plan.ts'
import { leadAssignmentOf, type TaskRecord, type Tree } from '#workflows/tree.ts'
import { tableOf } from './markdown-table.ts'

const organId = id(1)
const leadUnitId = id(2)
const subUnitId = id(3)

const directs = person(10, 'LEADER')
const follower = person(11, 'SECRETARIAT')
const secretary = person(12, 'SECRETARIAT')
const head = person(13, 'UNIT_HEAD', { unitId: leadUnitId })
const officer = person(14, 'OFFICER', { unitId: leadUnitId })
const named = person(15, 'OFFICER', { unitId: id(4) })
const gone: Actor = { ...person(16, 'OFFICER'), posts: [] }
const onlyAdministrator = person(17, 'ADMIN')
const enteringAssistant = person(18, 'ASSISTANT', { assistsPersonId: directs.personId })

const WHO: Record<string, Actor> = {
  'The leader who directs it': directs,
  'The follower': follower,
  'Whoever entered it': enteringAssistant,
  'Any other member of the secretariat': secretary,
  'The leader in charge of the lead unit': { ...person(20, 'LEADER'), chargeUnitIds: [leadUnitId] },
  'Any other leader': person(21, 'LEADER'),
  'An assistant of the leader who directs it': person(22, 'ASSISTANT', { assistsPersonId: directs.personId }),
  'An assistant of another leader': person(23, 'ASSISTANT', { assistsPersonId: id(21) }),
  'The head of the lead unit': person(24, 'UNIT_HEAD', { unitId: leadUnitId }),
  'A deputy head of the lead unit': person(25, 'DEPUTY_HEAD', { unitId: leadUnitId }),
  'The head of a unit that was handed a part': person(26, 'UNIT_HEAD', { unitId: subUnitId }),
  'Whoever was handed a part by name': officer,
  'Whoever the restriction names': named,
  'An officer of the lead unit without a part': person(27, 'OFFICER', { unitId: leadUnitId }),
  'The head of another unit': person(28, 'UNIT_HEAD', { unitId: id(5) }),
  'The registry': person(29, 'REGISTRY', { unitId: leadUnitId }),
  'The legal officer': person(30, 'LEGAL', { unitId: leadUnitId }),
  'An administrator': person(31, 'ADMIN'),
  'Whoever holds no post today, even if named above': gone,
  'An administrator without other posts, even if named': onlyAdministrator,
}

describe('docs/visibility.md says who sees a task', () => {
  const written = tableOf('visibility.md', 'Who')

  test('of everybody there is somebody to ask', () => {
    expect(written.map(({ Who }) => Who)).toEqual(Object.keys(WHO))
  })

  const trees: Record<string, Tree[]> = {
    Draft: [draft({}), discarded(draft({}))],
    Issued: [handedOn(draft({})), revoked(handedOn(draft({})))],
    'Restricted draft': [draft(restricted()), discarded(draft(restricted()))],
    'Restricted, issued': [handedOn(draft(restricted())), revoked(handedOn(draft(restricted())))],
  }

  test.each(written)('$Who', (row) => {
    const seen = Object.entries(trees).map(([column, ofOneKind]) => {
      const answers = new Set(ofOneKind.map((tree) => (maySee(WHO[row.Who!]!, tree) ? 'all' : 'nothing')))
      return [column, [...answers].join(' or ')]
    })
    expect({ Who: row.Who, ...Object.fromEntries(seen) }).toEqual(row)
  })
})

function draft(changes: Partial<TaskRecord>): Tree {
  const record: TaskRecord = {
    organId,
    directingLeaderId: directs.personId,
    leadUnitId,
    followerId: follower.personId,
    enteredById: enteringAssistant.personId,
    dueOn: null,
    restricted: false,
    namedPersonIds: [],
    namedHeadIds: [],
    sourceIsSigned: true,
    ...changes,
  }
  return treeOf(planTask({ id: id(100), record, actor: enteringAssistant }))
}

/** Names somebody of another unit, and two who must see nothing although their names are there. */
function restricted(): Partial<TaskRecord> {
  const namedPersonIds = [head, named, gone, onlyAdministrator].map(({ personId }) => personId)
  return { restricted: true, namedPersonIds, namedHeadIds: [head.personId] }
}

/** Issued, received by a head and handed on to an officer, and to a unit where that may be. */
function handedOn(tree: Tree): Tree {
  const isRestricted = [...tree.nodes.values()].some((node) => node.kind === 'TASK' && node.record.restricted)
  const holders = [{ personId: officer.personId }, ...(isRestricted ? [] : [{ unitId: subUnitId }])]
  const delegates = holders.map((holder) => ({ holder, dueOn: null, instruction: null }))
  const issued = after(tree, directs, tree.rootId, { type: 'issue' })
  const received = after(issued, head, leadOf(issued), { type: 'receive' })
  return after(received, head, leadOf(received), { type: 'delegate', delegates })
}

function revoked(tree: Tree): Tree {
  return after(tree, directs, tree.rootId, { type: 'revoke', reason: 'Không còn cần thiết' })
}

function discarded(tree: Tree): Tree {
  return after(tree, enteringAssistant, tree.rootId, { type: 'discard' })
}

function leadOf(tree: Tree): string {
  return leadAssignmentOf(tree)!.id
}

let lastId = 1000
function after(tree: Tree, actor: Actor, subjectId: string, event: AskedEvent): Tree {
  return treeOf(plan(tree, { actor, subjectId, event, today: '2026-11-23', newId: () => id(++lastId) }))
}

function treeOf(made: Plan): Tree {
  if (!made.ok) throw new Error(made.refusal.code)
  return made.tree
}

function person(number: number, role: PostRole, post: Partial<ActorPost> = {}): Actor {
  const held: ActorPost = { id: id(number + 500), role, unitId: null, assistsPersonId: null, ...post }
  return { personId: id(number), organId, posts: [held], chargeUnitIds: [] }
}

function id(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
}
