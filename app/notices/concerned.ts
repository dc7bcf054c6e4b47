/** Who is told of an act, and of what kind the notice is: decided from the task as it stands and the act's own steps. */
import type { Principal } from '#workflows/actor.ts'
import type { Fact } from '#workflows/consequences.ts'
import { inboxesOf, inboxOf } from '#workflows/holder.ts'
import { isSettled } from '#workflows/registry.ts'
import { assignmentAsking, assignmentsOf, taskOf, type Tree } from '#workflows/tree.ts'
import type { NoticeKind } from './notice-kinds.ts'

export interface ActDone {
  fact: string
  subjectId: string
  /** The steps of the act: its own, and those that followed from it. */
  steps: { subjectId: string; event: string }[]
  /** Days the act set anew. */
  redated: { subjectId: string; from: string | null; to: string | null }[]
  /** What somebody owes by it from now on. */
  opened: { subjectId: string; holder: Principal }[]
}

export interface Concern {
  kind: NoticeKind
  principal: Principal
  subjectId: string
  values: Record<string, string | number>
  /** They owe it, so they are told though they have muted the task. */
  owed: boolean
}

type Circle = (tree: Tree, act: ActDone) => Omit<Concern, 'kind'>[]

/** A fact that is not here is told to nobody. Of two that tell the same person the first holds. */
const told: { [Type in Fact['type'] | 'calendarChanged']?: [NoticeKind, Circle][] } = {
  'task.issued': [['assigned', owing]],
  'task.takenBack': [['revoked', losing]],
  'task.contentChanged': [['contentChanged', working]],
  'task.dueDayChanged': [['dueDayChanged', redated]],
  calendarChanged: [['calendarMoved', redated]],
  'task.followerChanged': [['assigned', owing]],
  'task.supportersAdded': [['assigned', owing]],
  'task.reassigned': [
    ['assigned', owing],
    ['revoked', losing],
  ],
  'task.insistedOn': [['sentBack', owing]],
  'task.urged': [['urged', working]],
  'task.suspended': [
    ['suspended', working],
    ['suspended', assigning],
  ],
  'task.resumed': [
    ['resumed', working],
    ['resumed', assigning],
  ],
  'task.sentBack': [['sentBack', owing]],
  'task.completed': [['accepted', closed]],
  'task.reopened': [['reopened', owing]],
  'task.revoked': [
    ['revoked', closed],
    ['revoked', assigning],
  ],
  'task.handedOver': [['assigned', owing]],
  'assignment.delegated': [['assigned', owing]],
  'assignment.reported': [['reported', owing]],
  'assignment.contributionAccepted': [
    ['accepted', holding],
    ['accepted', closed],
  ],
  'assignment.sentBack': [['sentBack', owing]],
  'assignment.givenBack': [['returned', owing]],
  'assignment.insistedOn': [['sentBack', owing]],
  'assignment.released': [['revoked', losing]],
  'assignment.extensionRequested': [['extensionRequested', owing]],
  'extensionRequest.granted': [
    ['extensionDecided', asking(true)],
    ['dueDayChanged', redated],
  ],
  'extensionRequest.refused': [['extensionDecided', asking(false)]],
}

/** Everybody an act concerns by their part in it; whom no more than once is for whoever tells them. */
export function concernedBy(tree: Tree, act: ActDone): Concern[] {
  return rulesFor(act).flatMap(([kind, circle]) => circle(tree, act).map((concern) => ({ kind, ...concern })))
}

/** Of what happens to the task itself those are told, too, who only follow it: of what, or null. */
export function toldToFollowers(
  { rootId }: Pick<Tree, 'rootId'>,
  act: ActDone,
): Pick<Concern, 'kind' | 'values'> | null {
  const kind = rulesFor(act)[0]?.[0]
  if (!kind) return null
  const day = act.redated.find(({ subjectId }) => subjectId === rootId)
  const values = day ? days(day.from, day.to) : {}
  if (act.steps.some(({ subjectId }) => subjectId === rootId)) return { kind, values }
  // An answer to a part's request moves the day of the task: who follows it hears of the day, and not of the request.
  return day ? { kind: 'dueDayChanged', values } : null
}

/** A due day that goes with the working calendar is the same fact as one that somebody changed, and other news. */
function rulesFor({ fact, steps }: ActDone): [NoticeKind, Circle][] {
  const isByCalendar = steps.some(({ event }) => event === 'calendarChanged')
  return told[isByCalendar ? 'calendarChanged' : (fact as Fact['type'])] ?? []
}

function owing(_tree: Tree, { opened }: ActDone): Omit<Concern, 'kind'>[] {
  return opened.map(({ subjectId, holder }) => ({ subjectId, principal: holder, values: {}, owed: true }))
}

function working(tree: Tree): Omit<Concern, 'kind'>[] {
  return assignmentsOf(tree)
    .filter((node) => !isSettled(node))
    .flatMap(({ id }) => holdersOf(tree, id))
}

function losing(tree: Tree, { steps }: ActDone): Omit<Concern, 'kind'>[] {
  return steps.flatMap(({ subjectId, event }) => (event === 'withdraw' ? holdersOf(tree, subjectId) : []))
}

function closed(tree: Tree, { steps }: ActDone): Omit<Concern, 'kind'>[] {
  return steps.flatMap(({ subjectId, event }) => (event === 'close' ? holdersOf(tree, subjectId) : []))
}

function holding(tree: Tree, { subjectId }: ActDone): Omit<Concern, 'kind'>[] {
  return holdersOf(tree, subjectId)
}

function assigning(tree: Tree): Omit<Concern, 'kind'>[] {
  const { record } = taskOf(tree)
  return [record.directingLeaderId, record.followerId].map((personId) => ({
    principal: inboxOf(personId, record),
    subjectId: tree.rootId,
    values: {},
    owed: false,
  }))
}

/** Each hears of their own day; the assigner's side of the task's. */
function redated(tree: Tree, act: ActDone): Omit<Concern, 'kind'>[] {
  const parts = act.redated.filter(({ subjectId }) => subjectId !== tree.rootId)
  const whole = act.redated.filter(({ subjectId }) => subjectId === tree.rootId)
  return [
    ...parts.flatMap(({ subjectId, from, to }) =>
      holdersOf(tree, subjectId).map((concern) => ({ ...concern, values: days(from, to) })),
    ),
    ...whole.flatMap(({ from, to }) => assigning(tree).map((concern) => ({ ...concern, values: days(from, to) }))),
  ]
}

/** Who asked for more time, the absent person they asked for, and whoever else holds that part. */
function asking(granted: boolean): Circle {
  return (tree, { subjectId, redated }) => {
    const request = tree.nodes.get(subjectId)
    if (request?.kind !== 'EXTENSION_REQUEST') return []
    const { record } = taskOf(tree)
    const assignment = assignmentAsking(tree, request)
    const day = redated.find((each) => each.subjectId === assignment.id)
    const values = granted ? { granted: 1, ...days(day?.from ?? null, day?.to ?? null) } : { granted: 0 }
    const asked = [request.context.requesterId, request.context.requesterForId].flatMap((personId) =>
      personId ? inboxOf(personId, record) : [],
    )
    return [...asked, ...inboxesOf(assignment.record.holder, record)].map((principal) => ({
      principal,
      subjectId,
      values,
      owed: true,
    }))
  }
}

function holdersOf(tree: Tree, id: string): Omit<Concern, 'kind'>[] {
  const node = tree.nodes.get(id)
  if (node?.kind !== 'ASSIGNMENT') return []
  return inboxesOf(node.record.holder, taskOf(tree).record).map((principal) => ({
    principal,
    subjectId: id,
    values: {},
    owed: false,
  }))
}

function days(from: string | null, to: string | null): Record<string, string> {
  return { ...(from && { from }), ...(to && { to }) }
}
