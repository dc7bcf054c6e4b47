/** Random sequences once more, through the real use cases: what the pure planner says is what the database gets. */
import { v7 as newId } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { editTask } from '#app/directives/edit-task.server.ts'
import { enterDirective } from '#app/directives/enter-directive.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import { maySee } from '#workflows/audience.ts'
import { act, type ActOutcome } from '#app/workflow/act.server.ts'
import { followCalendar } from '#app/workflow/follow-calendar.server.ts'
import { handOverTask } from '#app/workflow/hand-over.server.ts'
import { verifyLog } from '#app/workflow/verify-log.server.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { type TaskRecord, type Tree, taskOf } from '#workflows/tree.ts'
import { createDice } from './dice.ts'
import type { Office } from './random-office.ts'
import { standingBy, standingOf, stepLine } from './standing.ts'
import { type Happening, walk } from './walk.ts'

const isLong = process.env.LONG === '1'
const SEQUENCES = isLong ? 200 : 12
const EVENTS = 32

type Entering = Extract<Happening, { kind: 'entering' }>
type Recounting = Extract<Happening, { kind: 'recounting' }>
type HandingOver = Extract<Happening, { kind: 'handingOver' }>
type Asking = Extract<Happening, { kind: 'asking' }>

let office: Office
beforeAll(async () => {
  office = await smallerDemoOffice()
})

test(
  'sequences come out in the database as the planner has them',
  { timeout: isLong ? 60 * 60_000 : 300_000 },
  async () => {
    const dice = createDice(isLong ? Date.now() : 20210909)
    const counted = { accepted: 0, refused: 0 }
    for (let sequence = 0; sequence < SEQUENCES; sequence += 1) {
      const numbers = Array.from({ length: EVENTS }, () => dice.below(2 ** 31))
      // The ids of the planner's subjects and of their twins in the database.
      const twins = new Map<string, string>()
      for (const happening of walk(office, numbers, { firstDay: officeDay(new Date()), withPeriods: false })) {
        counted[happening.outcome.ok ? 'accepted' : 'refused'] += 1
        if (happening.kind === 'entering') await replayEntering(happening, twins)
        else if (happening.kind === 'handingOver') await replayHandingOver(happening, twins)
        else if (happening.kind === 'recounting') await replayRecounting(happening, twins)
        else if (happening.kind === 'asking') await replayAsking(happening, twins)
      }
    }

    console.log(`${SEQUENCES} sequences replayed: ${counted.accepted} accepted, ${counted.refused} refused, as planned`)
    expect(counted.accepted).toBeGreaterThanOrEqual(counted.refused)
    const check = await verifyLog(db)
    expect(check.firstBreak).toBeNull()
    expect(check.steps).toBeGreaterThan(counted.accepted)
  },
)

async function replayEntering(
  { id, record, actor, today, outcome }: Entering,
  twins: Map<string, string>,
): Promise<void> {
  const before = await db.subject.count()
  const signed = record.sourceIsSigned ? { symbol: '15/TB-UBDT', signedOn: today, signer: 'Bộ trưởng, Chủ nhiệm' } : {}
  const entering = enterDirective({
    directive: {
      sourceKind: 'CONCLUSION_NOTICE',
      issuingOrgan: 'Ủy ban Dân tộc',
      subject: 'Kết luận cuộc họp',
      outside: record.isFromOutside,
      ...signed,
      ...peopleOf(record),
      tasks: [taskOfRecord(record)],
    },
    files: [],
    by: actor,
    requestKey: newId(),
    at: morningOf(today),
  })
  if (!outcome.ok) {
    await expect(entering).rejects.toMatchObject({ code: `refusals:${outcome.refusal.code}` })
    expect(await db.subject.count()).toBe(before)
    return
  }
  const { directiveId } = await entering
  const task = await db.task.findFirstOrThrow({ where: { directiveId } })
  twins.set(id, task.id)
  expect(await standingOf(task.id)).toMatchObject({
    ...standingBy(asStored(outcome.tree, twins)),
    revisions: [`${task.id} 1`],
  })
}

async function replayAsking(happening: Asking, twins: Map<string, string>): Promise<void> {
  const { before, outcome } = happening
  const rootId = twins.get(before.rootId)!
  const stood = await standingOf(rootId)
  const requestKey = newId()
  if (!outcome.ok) {
    const error: unknown = await carryOut(happening, twins, requestKey).then(
      () => 'accepted',
      (reason: unknown) => reason,
    )
    if (outcome.refusal.code === 'notVisible') expect(error).toMatchObject(hiddenFrom(happening))
    else expect(error).toMatchObject({ name: Refused.name, code: `refusals:${outcome.refusal.code}` })
    expect(await standingOf(rootId)).toEqual(stood)
    return
  }

  expect(await carryOut(happening, twins, requestKey)).toEqual({ rootId, repeated: false })
  await findTwins(outcome.tree, twins)
  const stands = await standingOf(rootId)
  expect(stands).toMatchObject(standingBy(asStored(outcome.tree, twins)))
  const planned = outcome.moves.map(({ subjectId, event, from, to }) =>
    stepLine(twins.get(subjectId)!, event, from, to),
  )
  expect(stands.steps.slice(stood.steps.length)).toEqual(planned)
  expect(stands.messages.length - stood.messages.length).toBe(outcome.facts.length)
  if (requestKey.endsWith('0')) {
    // One request in sixteen comes a second time. Only who still sees the task is told so.
    await carryOut(happening, twins, requestKey).catch((error: unknown) => expect(error).toBeInstanceOf(NotFound))
    expect(await standingOf(rootId)).toEqual(stands)
  }
}

async function replayHandingOver(happening: HandingOver, twins: Map<string, string>): Promise<void> {
  const { before, succession, actor, today, outcome } = happening
  const rootId = twins.get(before.rootId)!
  const stood = await standingOf(rootId)
  const handOver = () =>
    handOverTask({
      rootId,
      documentSymbol: '21/QĐ-UBDT',
      documentOn: today,
      succession,
      orderedBy: { actor, postId: actor.posts[0]!.id },
      at: morningOf(today),
    })
  expect(await handOver()).toBe(outcome.ok)
  const stands = await standingOf(rootId)
  if (!outcome.ok) return expect(stands).toEqual(stood)
  expect(stands).toMatchObject(standingBy(asStored(outcome.tree, twins)))
  expect(stands.steps.slice(stood.steps.length)).toEqual(
    outcome.moves.map(({ subjectId, event, from, to }) => stepLine(twins.get(subjectId)!, event, from, to)),
  )
}

async function replayRecounting(happening: Recounting, twins: Map<string, string>): Promise<void> {
  const { before, from, dueOn, actor, today, outcome } = happening
  const rootId = twins.get(before.rootId)!
  const stood = await standingOf(rootId)
  let hasMoved: boolean | null = null
  await followCalendar({
    rootId,
    from,
    dueOn,
    source: 'Thông báo 9/TB-BNV',
    orderedBy: { actor, postId: actor.posts[0]!.id },
    at: morningOf(today),
    claim: () => Promise.resolve(true),
    note: (_, moved) => {
      hasMoved = moved
      return Promise.resolve()
    },
  })
  expect(hasMoved).toBe(outcome.ok)
  const stands = await standingOf(rootId)
  if (!outcome.ok) return expect(stands).toEqual(stood)
  expect(stands).toMatchObject(standingBy(asStored(outcome.tree, twins)))
  expect(stands.steps.slice(stood.steps.length)).toEqual(
    outcome.moves.map(({ subjectId, event, from: fromState, to }) =>
      stepLine(twins.get(subjectId)!, event, fromState, to),
    ),
  )
}

function carryOut({ ask, today }: Asking, twins: Map<string, string>, requestKey: string): Promise<ActOutcome> {
  const { actor, event, amended } = ask
  const asked = {
    subjectId: twins.get(ask.subjectId) ?? ask.subjectId,
    revision: null,
    requestKey,
    by: actor,
    at: morningOf(today),
  }
  if (amended) return editTask({ ...asked, task: { ...taskOfRecord(amended), ...peopleOf(amended) } })
  return act({ ...asked, event })
}

/** What an act has begun in the tree is what was not there before in the database, with the same holder under the same parent. */
async function findTwins(tree: Tree, twins: Map<string, string>): Promise<void> {
  for (const node of tree.nodes.values()) {
    if (twins.has(node.id) || node.kind === 'TASK') continue
    const where = { id: { notIn: [...twins.values()] }, subject: { parentId: twins.get(node.parentId)! } }
    const stored =
      node.kind === 'ASSIGNMENT'
        ? await db.assignment.findFirstOrThrow({ where: { ...where, ...node.record.holder, role: node.record.role } })
        : await db.extensionRequest.findFirstOrThrow({ where })
    twins.set(node.id, stored.id)
  }
}

function asStored(tree: Tree, twins: Map<string, string>): Tree {
  const nodes = [...tree.nodes.values()].map((node) => {
    const id = twins.get(node.id)!
    return node.kind === 'TASK' ? { ...node, id } : { ...node, id, parentId: twins.get(node.parentId)! }
  })
  return { rootId: twins.get(taskOf(tree).id)!, nodes: new Map(nodes.map((node) => [node.id, node])) }
}

function peopleOf({ directingLeaderId, followerId, restricted, namedPersonIds }: TaskRecord) {
  return { directingLeaderId, followerId, restricted, namedPersonIds }
}

function taskOfRecord({ leadUnitId, dueOn, dueHour, outerDueOn, supporters }: TaskRecord) {
  return {
    content: 'Xây dựng báo cáo tổng hợp',
    leadUnitId,
    urgency: dueHour ? ('FLASH' as const) : ('NORMAL' as const),
    dueOn: dueOn ?? undefined,
    dueHour: dueHour ?? undefined,
    openEnded: dueOn === null,
    outerDueOn: outerDueOn ?? undefined,
    supporters: supporters.map((supporter) => ({ ...supporter, dueOn: supporter.dueOn ?? undefined })),
  }
}

/** Two o'clock at Greenwich is nine in the office. */
function morningOf(day: string): Date {
  return new Date(`${day}T02:00:00Z`)
}

/** Four units of the demo organisation with those of their people whose posts differ, and everybody above them; three are away. */
async function smallerDemoOffice(): Promise<Office> {
  const demo = await demoOffice()
  const above = [
    'chunhiem',
    'phochunhiem1',
    'phochunhiem2',
    'trolychunhiem',
    'trolyphochunhiem1',
    'tonghop1',
    'tonghop2',
  ]
  const beside = ['vanthu', 'phapche', 'quantri']
  const within = ['vp', 'tttt', 'khtc', 'dp1'].flatMap((unit) => [
    `truong.${unit}`,
    `pho.${unit}`,
    `chuyenvien1.${unit}`,
  ])
  return {
    organId: demo.organId,
    people: [...above, ...beside, ...within].map((username) => {
      const absent = { phochunhiem1: 'chunhiem', 'pho.tttt': 'truong.khtc', tonghop2: 'tonghop1' }[username]
      return { ...demo.actor(username), standsInFor: absent ? [demo.actor(absent)] : [] }
    }),
    unitIds: ['VP', 'TTTT', 'KHTC', 'ĐP I'].map(demo.unitId),
  }
}

/** What is not visible is not there; but whoever sees a draft learns that their own edit would hide it from them. */
function hiddenFrom({ before, ask }: Asking): object {
  const sees = before.nodes.has(ask.subjectId) && maySee(ask.actor, before)
  return sees && ask.amended
    ? { name: Refused.name, code: 'refusals:wouldHideFromYourself' }
    : { name: NotFound.name, code: 'notFound' }
}
