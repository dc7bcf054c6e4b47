import { describe, expect, it } from 'vitest'
import { type Actor, type ActorPost, principalsOf } from './actor.ts'
import { audienceOf, sightOf } from './audience.ts'
import { clockOf } from './clock.ts'
import { obligationsOf } from './obligations.ts'
import { plan, type AskedEvent, planTask, type Plan } from './plan.ts'
import { actsOpenTo } from './standing.ts'
import { leadAssignmentOf, supportAssignmentsOf, taskOf, type TaskRecord, type Tree } from './tree.ts'

const organId = uuid(1)
const unitId = uuid(2)
const today = '2026-11-23'

const chairman = person(10, { role: 'LEADER' })
const deputyInCharge = person(11, { role: 'LEADER' }, [unitId])
const otherLeader = person(12, { role: 'LEADER' })
const assistant = person(13, { role: 'ASSISTANT', assistsPersonId: chairman.personId })
const secretary = person(14, { role: 'SECRETARIAT', unitId: uuid(3) })
const head = person(15, { role: 'UNIT_HEAD', unitId })
const deputyHead = person(16, { role: 'DEPUTY_HEAD', unitId })
const officer = person(17, { role: 'OFFICER', unitId })
const secondOfficer = person(18, { role: 'OFFICER', unitId })
const stranger = person(19, { role: 'UNIT_HEAD', unitId: uuid(4) })
const administrator = person(20, { role: 'ADMIN' })

const report = { type: 'report', text: 'Đã hoàn thành báo cáo tổng hợp' }
const reason = 'Cần bổ sung số liệu'

describe('the thin flow', () => {
  it('goes from the draft to acceptance', () => {
    let tree = draft()
    tree = done(tree, chairman, tree.rootId, { type: 'issue' })
    expect(taskOf(tree).state).toBe('assigned')
    const lead = leadAssignmentOf(tree)!.id

    tree = done(tree, head, lead, { type: 'receive' })
    expect(taskOf(tree).state).toBe('inProgress')

    tree = done(tree, head, lead, { type: 'delegate', delegates: [handTo(officer, '2026-12-10')] })
    const handed = childrenOf(tree, lead)[0]!
    tree = done(tree, officer, handed.id, { type: 'receive' })
    tree = done(tree, officer, handed.id, { type: 'progress', text: 'Đang làm', percent: 40 })
    tree = done(tree, officer, handed.id, report)
    expect(owedBy(tree, `unit:${unitId}`)).toEqual(['PROCESS', 'REVIEW'])

    tree = done(tree, head, lead, report)
    expect(taskOf(tree).state).toBe('awaitingAcceptance')
    expect(owedBy(tree, `unit:${unitId}`)).toEqual([])

    tree = done(tree, deputyInCharge, tree.rootId, { type: 'accept' })
    expect([...tree.nodes.values()].map((node) => node.state)).toEqual(['completed', 'done', 'done'])
    expect(obligationsOf(tree)).toEqual([])
  })

  it('returns a result sent back to where it stood before the report', () => {
    let tree = passedUp()
    tree = done(tree, secretary, tree.rootId, { type: 'sendBack', reason })
    expect(taskOf(tree).state).toBe('inProgress')
    expect(leadAssignmentOf(tree)!.state).toBe('delegated')
    expect(childrenOf(tree, leadAssignmentOf(tree)!.id)[0]!.state).toBe('reported')
  })

  it("lets the head send an officer's report back, and the officer report again", () => {
    let tree = passedUp()
    tree = done(tree, chairman, tree.rootId, { type: 'sendBack', reason })
    const handed = childrenOf(tree, leadAssignmentOf(tree)!.id)[0]!
    tree = done(tree, deputyHead, handed.id, { type: 'sendBack', reason })
    expect(tree.nodes.get(handed.id)!.state).toBe('received')
    tree = done(tree, officer, handed.id, report)
    expect(tree.nodes.get(handed.id)!.state).toBe('reported')
  })

  it('closes everything below when it is revoked', () => {
    const tree = passedUp()
    const revoked = done(tree, chairman, tree.rootId, { type: 'revoke', reason })
    expect([...revoked.nodes.values()].map((node) => node.state)).toEqual(['revoked', 'done', 'done'])
  })

  it('hands on to any depth, each with an earlier day', () => {
    let tree = received()
    const lead = leadAssignmentOf(tree)!.id
    tree = done(tree, head, lead, { type: 'delegate', delegates: [handTo(officer, '2026-12-10')] })
    const first = childrenOf(tree, lead)[0]!.id
    tree = done(tree, officer, first, { type: 'receive' })
    expect(refused(tree, officer, first, { type: 'delegate', delegates: [handTo(secondOfficer, '2026-12-11')] })).toBe(
      'isDueInTime',
    )
    tree = done(tree, officer, first, { type: 'delegate', delegates: [handTo(secondOfficer, '2026-12-09')] })
    const second = childrenOf(tree, first)[0]!
    expect(owedBy(tree, `person:${secondOfficer.personId}`)).toEqual(['RECEIVE'])
    expect(refused(tree, secondOfficer, second.id, report)).toBe('notInThisState')
  })
})

describe('who may not', () => {
  it('issue from a source that is not signed, unless the leader does it', () => {
    const tree = draft({ sourceIsSigned: false })
    expect(refused(tree, secretary, tree.rootId, { type: 'issue' })).toBe('sourceIsSignedForStandingDuty')
    expect(plan(tree, command(chairman, tree.rootId, { type: 'issue' })).ok).toBe(true)
  })

  it('accept a result they passed up themselves', () => {
    const both: Actor = { ...head, posts: [...head.posts, post(99, { role: 'SECRETARIAT', unitId: uuid(3) })] }
    let tree = received()
    tree = done(tree, both, leadAssignmentOf(tree)!.id, report)
    expect(refused(tree, both, tree.rootId, { type: 'accept' })).toBe('resultIsAnothers')
  })

  it('be owed the acceptance of their own result', () => {
    const both: Actor = { ...secretary, posts: [...secretary.posts, post(99, { role: 'UNIT_HEAD', unitId })] }
    let tree = received()
    tree = done(tree, both, leadAssignmentOf(tree)!.id, report)
    expect(owedBy(tree, `person:${secretary.personId}`)).toEqual([])
    expect(owedBy(tree, `person:${chairman.personId}`)).toEqual(['ACCEPT'])
  })

  it('act on what they do not see: a stranger, an administrator, the unit before it is issued', () => {
    const tree = draft()
    for (const actor of [stranger, administrator, head]) {
      expect(refused(tree, actor, tree.rootId, { type: 'issue' })).toBe('notVisible')
    }
  })

  it('be a leader without the charge', () => {
    expect(refused(passedUp(), otherLeader, uuid(100), { type: 'accept' })).toBe('notYourPart')
  })

  it('ask for a consequence', () => {
    const tree = issued()
    expect(refused(tree, head, tree.rootId, { type: 'leadReceived' })).toBe('unknownAct')
    expect(refused(tree, head, leadAssignmentOf(tree)!.id, { type: 'close' })).toBe('unknownAct')
  })

  it('ask for what every object has by nature', () => {
    const tree = issued()
    for (const type of ['constructor', 'toString', '__proto__']) {
      expect(refused(tree, chairman, tree.rootId, { type })).toBe('unknownAct')
    }
  })

  it('send back without a reason', () => {
    const tree = passedUp()
    expect(refused(tree, chairman, tree.rootId, { type: 'sendBack', reason: ' ' })).toBe('valuesAreWrong')
  })

  it('hand the work back up the line, or twice to one person', () => {
    let tree = received()
    const lead = leadAssignmentOf(tree)!.id
    tree = done(tree, head, lead, { type: 'delegate', delegates: [handTo(officer, '2026-12-10')] })
    expect(refused(tree, head, lead, { type: 'delegate', delegates: [handTo(officer, '2026-12-01')] })).toBe(
      'isHandedOnce',
    )
    const child = childrenOf(tree, lead)[0]!.id
    tree = done(tree, officer, child, { type: 'receive' })
    const backUp = { holder: { unitId }, dueOn: '2026-12-01', instruction: null }
    expect(refused(tree, officer, child, { type: 'delegate', delegates: [backUp] })).toBe('isHandedOnce')
  })

  it('move what lies below a result that was passed up', () => {
    let tree = received()
    const lead = leadAssignmentOf(tree)!.id
    tree = done(tree, head, lead, { type: 'delegate', delegates: [handTo(officer, '2026-12-10')] })
    tree = done(tree, head, lead, report)
    expect(refused(tree, officer, childrenOf(tree, lead)[0]!.id, { type: 'receive' })).toBe('lineIsOpen')
  })
})

describe('a restricted task', () => {
  const restricted = { restricted: true, namedPersonIds: [head.personId], namedHeadIds: [head.personId] }

  it('is seen by persons only, by name, and its obligations lie with the named head', () => {
    const tree = issued(restricted)
    expect([...audienceOf(tree).keys()].every((principal) => principal.startsWith('named:'))).toBe(true)
    expect(owedBy(tree, `named:${head.personId}`)).toEqual(['RECEIVE'])
    expect(owedBy(tree, `unit:${unitId}`)).toEqual([])
  })

  it('does not exist for a leader in charge or a deputy head who is not named', () => {
    const tree = issued(restricted)
    expect(refused(tree, deputyInCharge, tree.rootId, { type: 'revoke', reason })).toBe('notVisible')
    expect(refused(tree, deputyHead, leadAssignmentOf(tree)!.id, { type: 'receive' })).toBe('notVisible')
  })

  it('is handed on to persons only', () => {
    let tree = issued(restricted)
    const lead = leadAssignmentOf(tree)!.id
    tree = done(tree, head, lead, { type: 'receive' })
    const toUnit = { holder: { unitId: uuid(5) }, dueOn: '2026-12-01', instruction: null }
    expect(refused(tree, head, lead, { type: 'delegate', delegates: [toUnit] })).toBe('isHandedToPersons')
  })
})

describe('supporting units', () => {
  const supportUnitId = uuid(6)
  const supporters = [{ unitId: supportUnitId, dueOn: '2026-12-10' }]
  const supporter = person(21, { role: 'UNIT_HEAD', unitId: supportUnitId })

  it('are waited for, unless the lead says why it goes on', () => {
    let tree = issued({ supporters })
    const lead = leadAssignmentOf(tree)!.id
    tree = done(tree, head, lead, { type: 'receive' })
    expect(refused(tree, head, lead, report)).toBe('supportersReportedOrExplained')
    tree = done(tree, head, lead, { ...report, withoutSupportersReason: 'Đơn vị phối hợp không có số liệu' })
    expect(taskOf(tree).state).toBe('awaitingAcceptance')
  })

  it('see the task and their own part of it', () => {
    const tree = issued({ supporters })
    const part = supportAssignmentsOf(tree)[0]!.id
    expect([...sightOf(principalsOf(supporter), tree)]).toEqual([tree.rootId, part])
    expect(refused(tree, supporter, leadAssignmentOf(tree)!.id, { type: 'receive' })).toBe('notVisible')
  })

  it('are named again in the draft of a task taken back, those let off left out', () => {
    let tree = issued({ supporters })
    const part = supportAssignmentsOf(tree)[0]!.id
    tree = done(tree, supporter, part, { type: 'giveBack', reason })
    tree = done(tree, secretary, part, { type: 'release' })
    tree = done(tree, chairman, tree.rootId, { type: 'takeBack', reason })
    expect(taskOf(tree)).toMatchObject({ state: 'draft', context: { issuedOn: null }, record: { supporters: [] } })
  })

  it('are due when the lead is, once open-ended work is given a day', () => {
    let tree = issued({ dueOn: null, supporters: [{ unitId: supportUnitId, dueOn: null }] })
    tree = done(tree, chairman, tree.rootId, { type: 'changeDueDay', dueOn: '2026-12-20', reason })
    expect(supportAssignmentsOf(tree)[0]!.record.dueOn).toBe('2026-12-20')
  })
})

describe('days', () => {
  it('are put off by a suspension, though never past the outer one', () => {
    let tree = issued({ isFromOutside: true, outerDueOn: '2026-12-18' })
    tree = done(tree, chairman, tree.rootId, { type: 'suspend', reason })
    const resumed = plan(tree, {
      ...command(chairman, tree.rootId, { type: 'resume' }),
      today: '2026-12-03',
    })
    tree = treeOf(resumed)
    expect([taskOf(tree).record.dueOn, leadAssignmentOf(tree)!.record.dueOn]).toEqual(['2026-12-18', '2026-12-18'])
  })

  it('are granted to work that has one, not to what became open-ended since', () => {
    let tree = received()
    const lead = leadAssignmentOf(tree)!.id
    tree = done(tree, head, lead, { type: 'requestExtension', dueOn: '2026-12-20', reason })
    tree = done(tree, chairman, tree.rootId, { type: 'changeDueDay', dueOn: null, reason })
    const request = childrenOf(tree, lead)[0]!.id
    expect(refused(tree, chairman, request, { type: 'grant', dueOn: '2026-12-25' })).toBe('dayIsLater')
  })

  it('stand no more once a suspended task is revoked', () => {
    let tree = issued()
    tree = done(tree, chairman, tree.rootId, { type: 'suspend', reason })
    tree = done(tree, chairman, tree.rootId, { type: 'revoke', reason })
    expect(clockOf(taskOf(tree))).toEqual({ startedOn: today, stoppedOn: null, doneOn: null })
  })
})

describe('steps', () => {
  it('record the post, the leader directed by, and what caused what', () => {
    const made = plan(draft(), command(secretary, uuid(100), { type: 'issue' }))
    if (!made.ok) throw new Error(made.refusal.code)
    expect(made.moves).toMatchObject([
      {
        event: 'issue',
        from: 'draft',
        to: 'assigned',
        postId: secretary.posts[0]!.id,
        onBehalfOfId: chairman.personId,
      },
      { event: 'assign', from: null, to: 'awaitingReceipt', causedBy: 0, payload: { holder: { unitId } } },
    ])
  })
})

describe('the acts open to a person', () => {
  it('say for each why not', () => {
    const tree = draft({ sourceIsSigned: false })
    const open = Object.fromEntries(
      actsOpenTo(tree, taskOf(tree), { actor: secretary, today }).map(({ act, refusal }) => [
        act,
        refusal?.code ?? null,
      ]),
    )
    expect(open).toEqual({
      edit: null,
      discard: null,
      issue: 'sourceIsSignedForStandingDuty',
      takeBack: 'notInThisState',
      changeContent: 'notInThisState',
      changeDueDay: 'notInThisState',
      changeFollower: 'notInThisState',
      addSupporters: 'notInThisState',
      reassign: 'notInThisState',
      insist: 'notInThisState',
      urge: 'notInThisState',
      suspend: 'notInThisState',
      resume: 'notInThisState',
      recordOutsideDecision: 'notInThisState',
      accept: 'notInThisState',
      sendBack: 'notInThisState',
      reopen: 'notInThisState',
      revoke: 'notInThisState',
    })
    expect(
      actsOpenTo(tree, taskOf(tree), { actor: assistant, today }).find(({ act }) => act === 'issue')?.refusal?.code,
    ).toBe('notYourPart')
  })
})

function draft(changes: Partial<TaskRecord> = {}): Tree {
  const record: TaskRecord = {
    organId,
    directingLeaderId: chairman.personId,
    leadUnitId: unitId,
    followerId: secretary.personId,
    enteredById: secretary.personId,
    dueOn: '2026-12-15',
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
  return treeOf(planTask({ id: uuid(100), record, actor: secretary }))
}

function issued(changes?: Partial<TaskRecord>): Tree {
  const tree = draft(changes)
  return done(tree, chairman, tree.rootId, { type: 'issue' })
}

function received(): Tree {
  const tree = issued()
  return done(tree, head, leadAssignmentOf(tree)!.id, { type: 'receive' })
}

function passedUp(): Tree {
  let tree = received()
  const lead = leadAssignmentOf(tree)!.id
  tree = done(tree, head, lead, { type: 'delegate', delegates: [handTo(officer, '2026-12-10')] })
  const handed = childrenOf(tree, lead)[0]!.id
  tree = done(tree, officer, handed, { type: 'receive' })
  tree = done(tree, officer, handed, report)
  return done(tree, head, lead, report)
}

function done(tree: Tree, actor: Actor, subjectId: string, event: AskedEvent): Tree {
  return treeOf(plan(tree, command(actor, subjectId, event)))
}

function refused(tree: Tree, actor: Actor, subjectId: string, event: AskedEvent): string | null {
  const made = plan(tree, command(actor, subjectId, event))
  return made.ok ? null : made.refusal.code
}

function treeOf(made: Plan): Tree {
  if (!made.ok) throw new Error(made.refusal.code)
  return made.tree
}

let lastId = 1000
function command(actor: Actor, subjectId: string, event: AskedEvent) {
  return { actor, subjectId, event, today, newId: () => uuid(++lastId) }
}

function childrenOf(tree: Tree, id: string) {
  return [...tree.nodes.values()].filter((node) => node.parentId === id)
}

function owedBy(tree: Tree, holder: string): string[] {
  return obligationsOf(tree)
    .filter((obligation) => obligation.holder === holder)
    .map((obligation) => obligation.kind)
}

function handTo(actor: Actor, dueOn: string) {
  return { holder: { personId: actor.personId }, dueOn, instruction: null }
}

function person(n: number, given: Partial<ActorPost>, chargeUnitIds: string[] = []): Actor {
  return { personId: uuid(n), organId, posts: [post(n + 500, given)], chargeUnitIds, standsInFor: [] }
}

function post(n: number, given: Partial<ActorPost>): ActorPost {
  return { id: uuid(n), role: 'OFFICER', unitId: null, assistsPersonId: null, ...given }
}

function uuid(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
}
