import { db } from '#app/platform/db.server.ts'
import { fromDayColumn } from '#app/platform/day-column.ts'
import { audienceOf } from '#workflows/audience.ts'
import { type Clock, clockOf } from '#workflows/clock.ts'
import { obligationsOf } from '#workflows/obligations.ts'
import type { Tree } from '#workflows/tree.ts'

/** How a task and all under it stand, in lines that can be compared: as the database has it, or as a tree says it must be. */
export interface Standing {
  states: string[]
  owed: string[]
  audience: string[]
  clocks: string[]
}

/** With what grows by acts only, so that two looks tell whether anything was written between them. */
export interface StoredStanding extends Standing {
  steps: string[]
  revisions: string[]
  messages: string[]
}

export async function standingOf(rootId: string): Promise<StoredStanding> {
  const where = { rootId }
  const [subjects, items, participants, steps, messages] = await Promise.all([
    db.subject.findMany({ where, include: { deadline: true }, orderBy: { id: 'asc' } }),
    db.workItem.findMany({ where: { rootId, settledAt: null } }),
    db.participant.findMany({ where: { subjectId: rootId } }),
    db.step.findMany({ where, orderBy: { number: 'asc' } }),
    db.outboxMessage.findMany({ where, orderBy: { id: 'asc' } }),
  ])
  return {
    states: subjects.map(({ id, state, context }) => stateLine(id, state, context)).sort(),
    owed: items
      .map(({ kind, subjectId, holder, dueOn }) => owedLine(holder, kind, subjectId, dueOn && fromDayColumn(dueOn)))
      .sort(),
    audience: participants.map(({ principal, reason }) => `${principal} ${reason}`).sort(),
    clocks: subjects
      .flatMap(({ id, kind, deadline }) => {
        if (!deadline) return []
        // An assignment's clock begins with the assignment; a tree does not keep that day.
        const startedOn = kind === 'TASK' ? dayOf(deadline.startOn) : null
        return clockLine(id, { startedOn, stoppedOn: dayOf(deadline.stoppedOn), doneOn: dayOf(deadline.doneOn) })
      })
      .sort(),
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
      .map(({ kind, subjectId, holder, dueOn }) => owedLine(holder, kind, subjectId, dueOn))
      .sort(),
    audience: [...audienceOf(tree)].map(([principal, reason]) => `${principal} ${reason}`).sort(),
    clocks: nodes
      .filter(({ record }) => record.dueOn !== null)
      .map((node) => clockLine(node.id, clockOf(node)))
      .sort(),
  }
}

export function stepLine(subjectId: string, event: string, from: string | null, to: string): string {
  return `${subjectId} ${event} ${from ?? '-'} → ${to}`
}

function stateLine(id: string, state: string, context: unknown): string {
  const values = Object.entries(context as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1))
  return `${id} ${state} ${JSON.stringify(values)}`
}

function owedLine(holder: string, kind: string, subjectId: string, dueOn: string | null): string {
  return `${holder} ${kind} ${subjectId} ${dueOn ?? 'open-ended'}`
}

function clockLine(id: string, { startedOn, stoppedOn, doneOn }: Clock): string {
  return `${id} started ${startedOn ?? '-'} stopped ${stoppedOn ?? '-'} done ${doneOn ?? '-'}`
}

function dayOf(column: Date | null): string | null {
  return column && fromDayColumn(column)
}
