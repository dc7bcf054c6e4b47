import { db } from '#app/platform/db.server.ts'
import { fromDayColumn } from '#app/platform/day-column.ts'
import { audienceOf } from '#workflows/audience.ts'
import { type Clock, clockOf } from '#workflows/clock.ts'
import { obligationsOf } from '#workflows/obligations.ts'
import { taskOf, type TaskRecord, type Tree } from '#workflows/tree.ts'

/** How a task and all under it stand, in lines that can be compared: as the database has it, or as a tree says it must be. */
export interface Standing {
  states: string[]
  owed: string[]
  audience: string[]
  clocks: string[]
  /** What was agreed on the task itself: unit, follower, outer day, supporters. */
  agreed: string
}

/** With what grows by acts only, so that two looks tell whether anything was written between them. */
export interface StoredStanding extends Standing {
  steps: string[]
  revisions: string[]
  messages: string[]
}

export async function standingOf(rootId: string): Promise<StoredStanding> {
  const where = { rootId }
  const [subjects, items, participants, steps, messages, task] = await Promise.all([
    db.subject.findMany({ where, include: { deadline: true }, orderBy: { id: 'asc' } }),
    db.workItem.findMany({ where: { rootId, settledAt: null } }),
    db.participant.findMany({ where: { subjectId: rootId } }),
    db.step.findMany({ where, orderBy: { number: 'asc' } }),
    db.outboxMessage.findMany({ where, orderBy: { id: 'asc' } }),
    db.task.findUniqueOrThrow({ where: { id: rootId }, include: { supporters: true } }),
  ])
  return {
    states: subjects.map(({ id, state, context }) => stateLine(id, state, context)).sort(),
    owed: items.map(({ dueOn, ...item }) => owedLine(item, dueOn && fromDayColumn(dueOn))).sort(),
    audience: participants.map(({ principal, reason }) => `${principal} ${reason}`).sort(),
    clocks: subjects
      .flatMap(({ id, kind, deadline }) => {
        if (!deadline) return []
        // An assignment's clock begins with the assignment; a tree does not keep that day.
        const startedOn = kind === 'TASK' ? dayOf(deadline.startOn) : null
        const clock = { startedOn, stoppedOn: dayOf(deadline.stoppedOn), doneOn: dayOf(deadline.doneOn) }
        return clockLine(id, clock, { ...deadline, dueOn: fromDayColumn(deadline.dueOn) })
      })
      .sort(),
    agreed: agreedLine({
      ...task,
      outerDueOn: dayOf(task.outerDueOn),
      supporters: task.supporters.map(({ unitId, dueOn }) => ({ unitId, dueOn: dayOf(dueOn) })),
    }),
    steps: steps.map((step) => stepLine(step.subjectId, step.event, step.fromState, step.toState)),
    revisions: subjects.map(({ id, revision }) => `${id} ${revision}`),
    messages: messages.map(({ id, payload }) => `${id} ${JSON.stringify(payload)}`),
  }
}

/** What the rules make of a tree, in the same lines. */
export function standingBy(tree: Tree): Standing {
  const nodes = [...tree.nodes.values()]
  return {
    states: nodes.map(({ id, state, context }) => stateLine(id, state, context)).sort(),
    owed: obligationsOf(tree)
      .map(({ kind, subjectId, holder, dueOn, dueHour }) => owedLine({ holder, kind, subjectId, dueHour }, dueOn))
      .sort(),
    audience: [...audienceOf(tree)].map(([principal, reason]) => `${principal} ${reason}`).sort(),
    clocks: nodes
      .flatMap((node) => {
        if (node.kind === 'EXTENSION_REQUEST' || node.record.dueOn === null) return []
        return clockLine(node.id, clockOf(node), node.record)
      })
      .sort(),
    agreed: agreedLine(taskOf(tree).record),
  }
}

export function stepLine(subjectId: string, event: string, from: string | null, to: string): string {
  return `${subjectId} ${event} ${from ?? '-'} → ${to}`
}

function stateLine(id: string, state: string, context: unknown): string {
  const values = Object.entries(context as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1))
  return `${id} ${state} ${JSON.stringify(values)}`
}

type Owed = { holder: string; kind: string; subjectId: string; dueHour: string | null }

function owedLine({ holder, kind, subjectId, dueHour }: Owed, dueOn: string | null): string {
  return `${holder} ${kind} ${subjectId} ${dueOn ?? 'open-ended'} ${dueHour ?? ''}`
}

function clockLine(
  id: string,
  { startedOn, stoppedOn, doneOn }: Clock,
  { dueOn, dueHour, extensions }: { dueOn: string | null; dueHour: string | null; extensions: number },
): string {
  const clock = `started ${startedOn ?? '-'} stopped ${stoppedOn ?? '-'} done ${doneOn ?? '-'}`
  return `${id} ${clock} due ${dueOn ?? '-'} ${dueHour ?? ''} put off ${extensions} times`
}

type Agreed = Pick<TaskRecord, 'directingLeaderId' | 'leadUnitId' | 'followerId' | 'outerDueOn' | 'supporters'>

function agreedLine({ directingLeaderId, leadUnitId, followerId, outerDueOn, supporters }: Agreed): string {
  const supporting = supporters.map(({ unitId, dueOn }) => `${unitId} by ${dueOn ?? '-'}`).sort()
  return `directed by ${directingLeaderId} led by ${leadUnitId} followed by ${followerId} outer day ${outerDueOn ?? '-'} supported by ${supporting.join(', ')}`
}

function dayOf(column: Date | null): string | null {
  return column && fromDayColumn(column)
}
