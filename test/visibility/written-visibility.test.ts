import { describe, expect, test } from 'vitest'
import { type Actor, type ActorPost, type PostRole, principalsOf } from '#workflows/actor.ts'
import { sightOf } from '#workflows/audience.ts'
import { plan, planTask, type AskedEvent, type Plan } from '#workflows/plan.ts'
import { type Holder, leadAssignmentOf, supportAssignmentsOf, type TaskRecord, type Tree } from '#workflows/tree.ts'
import { tableOf } from './markdown-table.ts'

const organId = id(1)
const leadUnitId = id(2)
const subUnitId = id(3)
const supportUnitId = id(6)
/** Led it before, and received it; was given it in between, and did not. */
const formerUnitId = id(7)
const passedOverUnitId = id(8)

const directs = person(10, 'LEADER')
const follower = person(11, 'SECRETARIAT')
const secretary = person(12, 'SECRETARIAT')
const head = person(13, 'UNIT_HEAD', { unitId: leadUnitId })
const officer = person(14, 'OFFICER', { unitId: leadUnitId })
const named = person(15, 'OFFICER', { unitId: id(4) })
const gone: Actor = { ...person(16, 'OFFICER'), posts: [] }
const onlyAdministrator = person(17, 'ADMIN')
const supporter = person(33, 'UNIT_HEAD', { unitId: supportUnitId })
const supportOfficer = person(34, 'OFFICER', { unitId: supportUnitId })
const formerHead = person(35, 'UNIT_HEAD', { unitId: formerUnitId })
const formerOfficer = person(36, 'OFFICER', { unitId: formerUnitId })
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
  'The head of a supporting unit': supporter,
  'Whoever a supporting unit handed a part': supportOfficer,
  'The head of a unit that had received it before it went to another': formerHead,
  'Whoever that unit had handed a part': formerOfficer,
  'The head of a unit it was taken from before receipt': person(37, 'UNIT_HEAD', { unitId: passedOverUnitId }),
  'The head of the unit that the lead unit went up in': headOfSuccessor(38, leadUnitId),
  'The head of the unit that a supporting unit went up in': headOfSuccessor(39, supportUnitId),
  'The substitute of the leader who directs it': substituteOf(directs),
  'The substitute of the follower': substituteOf(follower),
  'The substitute of the head of the lead unit': substituteOf(head),
  'The substitute of whoever was handed a part by name': substituteOf(officer),
  'The substitute of the head of a supporting unit': substituteOf(supporter),
  'A substitute who holds no post of their own today': substituteOf(directs, gone),
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
    Draft: draftsOf(draft({})),
    Issued: issuedOf(handedOn(supported())),
    'Restricted draft': draftsOf(draft(restricted())),
    'Restricted, issued': issuedOf(handedOn(issued(draft(restricted())))),
  }

  test.each(written)('$Who', (row) => {
    const seen = Object.entries(trees).map(([column, ofOneKind]) => {
      const answers = new Set(ofOneKind.map((tree) => seenBy(WHO[row.Who!]!, tree)))
      return [column, [...answers].join(' or ')]
    })
    expect({ Who: row.Who, ...Object.fromEntries(seen) }).toEqual(row)
  })
})

function seenBy(actor: Actor, tree: Tree): string {
  const sight = sightOf(principalsOf(actor), tree)
  if (sight.size === 0) return 'nothing'
  return sight.size === tree.nodes.size ? 'all' : 'their part'
}

/** A draft however it came about. */
function draftsOf(entered: Tree): Tree[] {
  const takenBack = after(issued(entered), directs, entered.rootId, { type: 'takeBack', reason: 'Cần sửa nội dung' })
  return [entered, discarded(entered), takenBack, discarded(takenBack)]
}

function issuedOf(running: Tree): Tree[] {
  return [running, after(running, directs, running.rootId, { type: 'revoke', reason: 'Không còn cần thiết' })]
}

function draft(changes: Partial<TaskRecord>): Tree {
  const record: TaskRecord = {
    organId,
    directingLeaderId: directs.personId,
    leadUnitId,
    followerId: follower.personId,
    enteredById: enteringAssistant.personId,
    dueOn: '2026-12-31',
    dueHour: null,
    extensions: 0,
    outerDueOn: null,
    isFromOutside: false,
    restricted: false,
    namedPersonIds: [],
    namedHeadIds: [],
    sourceIsSigned: true,
    supporters: [],
    ...changes,
  }
  return treeOf(planTask({ id: id(100), record, actor: enteringAssistant }))
}

/** Names somebody of another unit, and two who must see nothing although their names are there. */
function restricted(): Partial<TaskRecord> {
  const namedPersonIds = [head, named, gone, onlyAdministrator].map(({ personId }) => personId)
  return { restricted: true, namedPersonIds, namedHeadIds: [head.personId] }
}

function issued(tree: Tree): Tree {
  return after(tree, directs, tree.rootId, { type: 'issue' })
}

/** Issued to a unit that received it and handed it on, then taken to another, then to the lead unit; one supports it throughout. */
function supported(): Tree {
  let to = issued(draft({ leadUnitId: formerUnitId }))
  to = after(to, formerHead, leadOf(to), { type: 'receive' })
  to = after(to, formerHead, leadOf(to), handing([{ personId: formerOfficer.personId }]))
  for (const unitId of [passedOverUnitId, leadUnitId]) {
    to = after(to, directs, to.rootId, { type: 'reassign', leadUnitId: unitId, reason: 'Giao đúng chức năng' })
  }
  const supporters = [{ unitId: supportUnitId, dueOn: '2026-12-20' }]
  to = after(to, directs, to.rootId, { type: 'addSupporters', supporters })
  const [part] = supportAssignmentsOf(to)
  to = after(to, supporter, part!.id, { type: 'receive' })
  to = after(to, supporter, part!.id, handing([{ personId: supportOfficer.personId }], '2026-12-20'))
  return after(to, supporter, part!.id, {
    type: 'requestExtension',
    dueOn: '2026-12-25',
    reason: 'Chờ số liệu của địa phương',
  })
}

/** Received by a head and handed on to an officer, and to a unit where that may be; the head asks for more time. */
function handedOn(tree: Tree): Tree {
  const isRestricted = [...tree.nodes.values()].some((node) => node.kind === 'TASK' && node.record.restricted)
  const holders = [{ personId: officer.personId }, ...(isRestricted ? [] : [{ unitId: subUnitId }])]
  const received = after(tree, head, leadOf(tree), { type: 'receive' })
  const handed = after(received, head, leadOf(received), handing(holders))
  return after(handed, head, leadOf(handed), {
    type: 'requestExtension',
    dueOn: '2027-01-15',
    reason: 'Cần thêm ý kiến',
  })
}

function handing(holders: Holder[], dueOn = '2026-12-31'): AskedEvent {
  return { type: 'delegate', delegates: holders.map((holder) => ({ holder, dueOn, instruction: null })) }
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
  return { personId: id(number), organId, posts: [held], chargeUnitIds: [], standsInFor: [] }
}

/** Somebody of another unit, who stands in for the absent person in all their posts. */
function substituteOf(absent: Actor, who = person(40, 'OFFICER', { unitId: id(5) })): Actor {
  return { ...who, standsInFor: [absent] }
}

function headOfSuccessor(number: number, formerUnitId: string): Actor {
  return person(number, 'UNIT_HEAD', { unitId: id(9), formerUnitIds: [formerUnitId] })
}

function id(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
}
