import { foldVietnamese } from '#app/i18n/fold.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { type Outcome, outcomeOf } from '#app/workflow/outcome.server.ts'
import type { StoredTree } from '#app/workflow/restore.server.ts'
import type { Actor } from '#workflows/actor.ts'
import { type Plan, plan, planTask } from '#workflows/plan.ts'
import { currentVersions } from '#workflows/registry.ts'
import { type AssignmentRecord, leadAssignmentOf, supportAssignmentsOf, type TaskRecord } from '#workflows/tree.ts'
import { idAt } from './id-at.ts'
import type { Office } from './office.ts'
import type { Story, StoryPlace } from './story.ts'
import type { Row, Rows } from './tables.ts'

interface Entered {
  directiveId: string
  position: number
  at: Date
}

/** What is older is not there any more: the worker removes settled messages and old request keys. */
const KEPT_DAYS = 30

/**
 * The rows that a story leaves behind, decided act by act by the same `plan` and `outcomeOf` as in `act`. Only the last step,
 * writing them into a table, is done here in memory; a test compares both.
 */
export function playStory(story: Story, entered: Entered, office: Office, now: Date): Rows {
  const id = idAt(entered.at)
  const task = beginTask(id, story, entered, office)
  act(task, planTask({ id, record: task.record, actor: story.follower }), { by: story.follower, at: entered.at })
  for (const { on, by, at, event } of story.acts) {
    const subjectId = subjectOf(task, on)
    const command = { subjectId, event, actor: by, today: officeDay(at), newId: () => idAt(at) }
    act(task, plan(task.stored.tree, command), { by, at })
    if (event.type === 'progress') task.assignments.get(subjectId)!.percent = event.percent
    if (event.type === 'report') task.assignments.get(subjectId)!.percent = 100
    if (isKept(at, now)) {
      task.requestKeys.push({ person_id: by.personId, key: idAt(at), outcome: { subjectId, act: event.type }, at })
    }
  }
  return rowsOf(task, now)
}

/** The rows of one root while its story is told. */
interface PlayedTask {
  record: TaskRecord
  stored: StoredTree
  row: Row
  subjects: Map<string, Row>
  assignments: Map<string, Row>
  deadlines: Map<string, Row>
  steps: Row[]
  texts: Row[]
  workItems: Map<string, Row>
  messages: Row[]
  requestKeys: Row[]
}

function beginTask(id: string, story: Story, { directiveId, position, at }: Entered, { organId }: Office): PlayedTask {
  const { content, leader, follower, leadUnitId, dueOn, supporters } = story
  const record: TaskRecord = {
    organId,
    directingLeaderId: leader.personId,
    leadUnitId,
    followerId: follower.personId,
    enteredById: follower.personId,
    dueOn,
    dueHour: null,
    restricted: false,
    namedPersonIds: [],
    namedHeadIds: [],
    sourceIsSigned: true,
    extensions: 0,
    outerDueOn: null,
    isFromOutside: false,
    supporters,
  }
  const subject: Row = {
    id,
    kind: 'TASK',
    organ_id: organId,
    root_id: id,
    title: content,
    search_text: foldVietnamese(content),
    restricted: false,
    workflow: 'task',
    workflow_version: currentVersions.TASK,
    context: {},
    revision: 0,
    created_at: at,
  }
  const task: Row = {
    id,
    directive_id: directiveId,
    position,
    content,
    directing_leader_id: leader.personId,
    lead_unit_id: leadUnitId,
    follower_id: follower.personId,
    entered_by_id: follower.personId,
    urgency: position === 1 ? 'URGENT' : 'NORMAL',
    named_person_ids: [],
  }
  return {
    record,
    stored: {
      tree: { rootId: id, nodes: new Map() },
      organId,
      stepCount: 0,
      lastHash: '',
      revisions: new Map(),
      workItems: [],
      participants: new Map(),
    },
    row: task,
    subjects: new Map([[id, subject]]),
    assignments: new Map(),
    deadlines: new Map(dueOn ? [[id, { subject_id: id, rule: { kind: 'FIXED_DAY' }, due_on: dueOn }]] : []),
    steps: [],
    texts: [],
    workItems: new Map(),
    messages: [],
    requestKeys: [],
  }
}

function act(task: PlayedTask, made: Plan, { by, at }: { by: Actor; at: Date }): void {
  if (!made.ok) throw new Error(`A story went wrong: ${made.refusal.code}`)
  const { stored } = task
  const outcome = outcomeOf({ plan: made, stored, actorId: by.personId, at, newId: () => idAt(at) })
  addSteps(task, outcome)
  addBegun(task, outcome, at)
  moveSubjects(task, outcome, at)
  changeWorkItems(task, outcome, { by, at })
  for (const { principal, reason } of outcome.audience.admitted) stored.participants.set(principal, reason)
  for (const principal of outcome.audience.dismissed) stored.participants.delete(principal)
  for (const message of outcome.messages) task.messages.push(handedMessage(message, stored.tree.rootId, at))
  task.stored = { ...stored, tree: made.tree, ...lastOf(outcome) }
}

function lastOf({ steps }: Outcome): { stepCount: number; lastHash: string } {
  const { number, hash } = steps.at(-1)!
  return { stepCount: number, lastHash: hash }
}

function addSteps({ steps, texts }: PlayedTask, outcome: Outcome): void {
  for (const { salted, ...step } of outcome.steps) {
    steps.push({
      id: step.id,
      root_id: step.rootId,
      number: step.number,
      subject_id: step.subjectId,
      event: step.event,
      from_state: step.fromState,
      to_state: step.toState,
      actor_id: step.actorId,
      post_id: step.postId,
      on_behalf_of_id: step.onBehalfOfId,
      caused_by: step.causedBy,
      payload: step.payload,
      text_digest: step.textDigest,
      at: step.at,
      previous_hash: step.previousHash,
      hash: step.hash,
    })
    if (salted) texts.push({ step_id: step.id, texts: salted.texts, salt: salted.salt })
  }
}

function addBegun({ stored, subjects, assignments, deadlines }: PlayedTask, { begun }: Outcome, at: Date): void {
  for (const {
    id,
    parentId,
    version,
    state,
    context,
    role,
    unitId,
    personId,
    givenById,
    instruction,
    dueOn,
  } of begun) {
    subjects.set(id, {
      id,
      kind: 'ASSIGNMENT',
      organ_id: stored.organId,
      root_id: stored.tree.rootId,
      parent_id: parentId,
      title: '',
      search_text: '',
      restricted: false,
      workflow: 'assignment',
      workflow_version: version,
      state,
      context,
      revision: 0,
      step_count: 0,
      last_hash: '',
      created_at: at,
    })
    assignments.set(id, {
      id,
      role,
      unit_id: unitId,
      person_id: personId,
      given_by_id: givenById,
      instruction,
      percent: 0,
    })
    if (dueOn) {
      deadlines.set(id, { subject_id: id, rule: { kind: 'FIXED_DAY' }, start_on: officeDay(at), due_on: dueOn })
    }
  }
}

function moveSubjects({ subjects, deadlines }: PlayedTask, { moved }: Outcome, at: Date): void {
  for (const { id, state, context, times, settled, startedOn, stoppedOn, doneOn } of moved) {
    const subject = subjects.get(id)!
    subject.state = state
    subject.context = context
    subject.revision = Number(subject.revision) + times
    if (settled) subject.settled_at = at
    const deadline = deadlines.get(id)
    if (!deadline) continue
    if (startedOn) deadline.start_on = startedOn
    Object.assign(deadline, { stopped_on: stoppedOn, done_on: doneOn })
  }
}

function changeWorkItems(
  { stored, workItems }: PlayedTask,
  { obligations: { opened, settled } }: Outcome,
  { by, at }: { by: Actor; at: Date },
): void {
  for (const { id } of settled) Object.assign(workItems.get(id)!, { settled_at: at, settled_by_id: by.personId })
  const stillOpen = stored.workItems.filter(({ id }) => !settled.some((item) => item.id === id))
  const begun = opened.map((obligation) => ({ ...obligation, id: idAt(at) }))
  for (const { id, subjectId, kind, holder, dueOn } of begun) {
    workItems.set(id, {
      id,
      subject_id: subjectId,
      root_id: stored.tree.rootId,
      kind,
      holder,
      due_on: dueOn,
      opened_at: at,
    })
  }
  stored.workItems = [...stillOpen, ...begun]
}

/** The relay and the worker have long done with it. */
function handedMessage({ id, payload }: Outcome['messages'][number], rootId: string, at: Date): Row {
  return { id, root_id: rootId, job: 'workflow.fact', payload, created_at: at, handed_at: at, done_at: at, attempts: 1 }
}

function subjectOf({ stored: { tree } }: PlayedTask, on: StoryPlace): string {
  if (on === 'task') return tree.rootId
  if (typeof on === 'object') return supportAssignmentsOf(tree).find(({ record }) => holds(record, on))!.id
  const lead = leadAssignmentOf(tree)!
  return on === 'lead' ? lead.id : [...tree.nodes.values()].find(({ parentId }) => parentId === lead.id)!.id
}

function holds({ holder }: AssignmentRecord, { supportUnitId }: { supportUnitId: string }): boolean {
  return 'unitId' in holder && holder.unitId === supportUnitId
}

function isKept(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() < KEPT_DAYS * 24 * 3_600_000
}

function rowsOf(task: PlayedTask, now: Date): Rows {
  const { record, stored, row, subjects, assignments, deadlines, steps, texts, workItems, messages, requestKeys } = task
  const { rootId } = stored.tree
  Object.assign(subjects.get(rootId)!, { step_count: stored.stepCount, last_hash: stored.lastHash })
  return {
    subject: [...subjects.values()],
    task: [row],
    task_supporter: record.supporters.map(({ unitId, dueOn }) => ({
      task_id: rootId,
      unit_id: unitId,
      due_on: dueOn,
    })),
    assignment: [...assignments.values()],
    deadline: [...deadlines.values()],
    step: steps,
    step_text: texts,
    work_item: [...workItems.values()],
    participant: [...stored.participants].map(([principal, reason]) => ({ subject_id: rootId, principal, reason })),
    outbox_message: messages.filter(({ done_at: doneAt }) => isKept(doneAt as Date, now)),
    request_key: requestKeys,
  }
}
