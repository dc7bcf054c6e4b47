import type { DueDayHistory } from '#app/due-days/due-day-history.ts'
import { calendarIn, dueDayHistories } from '#app/due-days/due-day-history.server.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { readTree } from '#app/workflow/restore.server.ts'
import { remindersSeen } from '#app/reminders/told-reminders.server.ts'
import type { Actor, Principal } from '#workflows/actor.ts'
import { sightOf } from '#workflows/audience.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import { type DueRule, dueRuleSchema } from '#workflows/calendar/due-rule.ts'
import type { Timeliness } from '#workflows/calendar/timeliness.ts'
import { type Rest, restOn } from '#workflows/calendar/working-calendar.ts'
import { obligationsOf, type ObligationKind } from '#workflows/obligations.ts'
import type { Refusal } from '#workflows/permit.ts'
import { actsOpenTo, type Asking } from '#workflows/standing.ts'
import { type AssignmentNode, assignmentsOf, type Node, type Tree } from '#workflows/tree.ts'
import { timelinessOf } from './due-soon.server.ts'
import { type ShownExtension, shownExtension } from './shown-extensions.ts'
import { type ShownStep, shownSteps, type SubjectKind } from './shown-steps.ts'
import { readTaskRows, type TaskRows } from './task-page-rows.server.ts'

export interface ShownAct {
  act: string
  refusal: Refusal | null
}

export interface ShownAssignment {
  id: string
  parentId: string
  revision: number
  state: string
  holder: string
  isUnit: boolean
  isLead: boolean
  /** A supporting unit's own part. */
  isContribution: boolean
  /** There is a report that stands; what ended without one was only closed. */
  isReported: boolean
  percent: number
  instruction: string | null
  dueOn: Day | null
  dueHour: Hour | null
  extensions: number
  timeliness: Timeliness | null
  /** How the due day came about. */
  dueDay: DueDayHistory | null
  acts: ShownAct[]
}

export interface ShownRequest extends ShownExtension {
  revision: number
  /** Who asks for more time. */
  holder: string
  acts: ShownAct[]
}

export interface ShownTask extends Omit<
  TaskRows,
  | 'assignments'
  | 'steps'
  | 'holders'
  | 'changedNames'
  | 'startOn'
  | 'stoppedOn'
  | 'stoppedHour'
  | 'settled'
  | 'dueRule'
  | 'dueAfterDays'
  | 'announcedDays'
> {
  revision: number
  state: string
  timeliness: Timeliness | null
  /** How the due day came about; null while it is a draft, and where there is none. */
  dueDay: DueDayHistory | null
  /** Of a draft: how its due day will be counted. */
  draftRule: DueRule | null
  /** Why the due day of open work is a day off, where it is one. */
  dueDayOff: Rest | null
  /** How often the due day was put off at the lead's request. */
  extensions: number
  /** Hạn Chính phủ: the day an outside assigner set. */
  outerDueOn: Day | null
  urges: number
  lastUrgedOn: Day | null
  suspendedOn: Day | null
  acts: ShownAct[]
  /** Whose move it is: the open obligations, by the names of their holders. */
  moves: { kind: ObligationKind; holder: string }[]
  assignments: ShownAssignment[]
  requests: ShownRequest[]
  steps: ShownStep[]
}

interface Reading {
  tree: Tree
  revisions: Map<string, number>
  rows: TaskRows
  /** The subjects this reader sees: a supporting unit the task and its own part, nothing of the others'. */
  seen: ReadonlySet<string>
  dueDays: ReadonlyMap<string, DueDayHistory>
  who: Asking
}

/**
 * All that the task's page shows, in two statements: the tree, which decides the acts, and the words.
 *
 * @throws NotFound when it is not there or not visible
 */
export async function readTaskPage({
  taskId,
  actor,
  principals,
  today,
  hour,
}: {
  taskId: string
  actor: Actor
  principals: Principal[]
  today: Day
  /** The hour of that day; left out, nothing is late before its day is over. */
  hour?: Hour
}): Promise<ShownTask> {
  const { tree, revisions } = await readTree(db, taskId, principals)
  const task = tree.nodes.get(taskId)
  if (task?.kind !== 'TASK') throw new NotFound()
  const rows = await readTaskRows(taskId)
  const who = { actor, today, hour }
  const seen = sightOf(principals, tree)
  const calendar = calendarIn(rows)
  const dueDays = dueDayHistories({ rows, seen, calendar })
  const reading = { tree, revisions, rows, seen, dueDays, who }
  const {
    assignments: _,
    dueRule,
    dueAfterDays: _after,
    announcedDays: _announced,
    steps,
    reminders,
    holders,
    changedNames,
    startOn,
    stoppedOn,
    stoppedHour,
    settled,
    ...words
  } = rows
  const { extensions, outerDueOn } = task.record
  const { urges, lastUrgedOn, suspendedOn } = task.context
  return {
    ...words,
    reminders: remindersSeen(reminders, seen),
    dueDay: dueDays.get(taskId) ?? null,
    draftRule: task.state === 'draft' && dueRule ? dueRuleSchema.parse(dueRule) : null,
    dueDayOff: rows.dueOn && !rows.settled ? restOn(calendar, rows.dueOn) : null,
    extensions,
    outerDueOn,
    urges,
    lastUrgedOn,
    suspendedOn,
    revision: revisions.get(taskId)!,
    state: task.state,
    timeliness: timelinessOf({ ...words, startOn, stoppedOn, stoppedHour, settled }, today, hour),
    acts: actsOpenTo(tree, task, who),
    moves: obligationsOf(tree)
      .filter(({ kind, subjectId }) => kind !== 'FOLLOW' && reading.seen.has(subjectId))
      .map(({ kind, holder }) => ({ kind, holder: holders[holder] ?? '' })),
    assignments: shownAssignments(reading),
    requests: shownRequests(reading),
    steps: shownSteps(steps, {
      seen: reading.seen,
      kindOf: (id) => kinds[tree.nodes.get(id)!.kind],
      holderOf: (id) => holderOf(reading, id),
      changedNames,
    }),
  }
}

const kinds: Record<Node['kind'], SubjectKind> = {
  TASK: 'task',
  ASSIGNMENT: 'assignment',
  EXTENSION_REQUEST: 'extensionRequest',
}

function shownAssignments({ tree, revisions, rows, seen, dueDays, who }: Reading): ShownAssignment[] {
  const nodes = new Map(assignmentsOf(tree).map((node): [string, AssignmentNode] => [node.id, node]))
  return rows.assignments
    .filter(({ id }) => seen.has(id))
    .map(({ startOn, stoppedOn, stoppedHour, doneOn, settled, ...assignment }) => {
      const node = nodes.get(assignment.id)
      if (!node) throw new Error(`Assignment ${assignment.id} is not in its tree`)
      const { role, holder, instruction, extensions } = node.record
      const clock = { startOn, stoppedOn, stoppedHour, doneOn, settled }
      return {
        ...assignment,
        parentId: node.parentId,
        revision: revisions.get(node.id)!,
        state: node.state,
        isUnit: 'unitId' in holder,
        isLead: node.parentId === tree.rootId && role === 'LEAD',
        isContribution: role === 'SUPPORT',
        isReported: node.context.reportedOn !== null,
        instruction,
        extensions,
        timeliness: timelinessOf({ ...assignment, ...clock }, who.today, who.hour),
        dueDay: dueDays.get(node.id) ?? null,
        acts: actsOpenTo(tree, node, who),
      }
    })
}

/** Newest first, as the history. */
function shownRequests(reading: Reading): ShownRequest[] {
  const { tree, revisions, rows, seen, who } = reading
  return [...tree.nodes.values()]
    .filter((node) => node.kind === 'EXTENSION_REQUEST')
    .filter(({ id }) => seen.has(id))
    .map((node) => ({
      ...shownExtension(node, tree, rows.steps),
      revision: revisions.get(node.id)!,
      holder: holderOf(reading, node.id) ?? '',
      acts: actsOpenTo(tree, node, who),
    }))
    .toReversed()
}

/** The name of who holds the assignment a subject is, or belongs to. */
function holderOf({ tree, rows }: Reading, subjectId: string): string | null {
  const node = tree.nodes.get(subjectId)
  const assignmentId = node?.kind === 'EXTENSION_REQUEST' ? node.parentId : subjectId
  return rows.assignments.find(({ id }) => id === assignmentId)?.holder ?? null
}
