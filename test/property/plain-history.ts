import type { Clock } from '#workflows/clock.ts'
import type { Tree } from '#workflows/tree.ts'
import type { Ask } from './random-ask.ts'

/**
 * What must have come of the accepted events of one task, kept from the events alone: every state, and the days on which
 * results were reported. It knows nothing of machines, facts and consequences.
 */
export interface History {
  taskId: string
  states: Map<string, string>
  /** Of each assignment: the day of the report that stands. */
  reportedOn: Map<string, string>
  stateBeforeReport: Map<string, string>
  reporterId: string | null
  issuedOn: string | null
}

export function newHistory(taskId: string): History {
  return {
    taskId,
    states: new Map([[taskId, 'draft']]),
    reportedOn: new Map(),
    stateBeforeReport: new Map(),
    reporterId: null,
    issuedOn: null,
  }
}

/** Writes an accepted event down; `after` tells only the ids of the assignments it began. */
export function remember(history: History, { subjectId, event, actor }: Ask, today: string, after: Tree): void {
  const { states, reportedOn, stateBeforeReport } = history
  const { rootId } = after
  const lead = [...after.nodes.values()].find((node) => node.parentId === rootId)
  const isLead = subjectId === lead?.id
  const goBack = (id: string) => {
    states.set(id, stateBeforeReport.get(id)!)
    reportedOn.delete(id)
  }
  const finish = (state: string) => {
    for (const id of states.keys()) states.set(id, 'done')
    states.set(rootId, state)
  }
  const begin = () => {
    for (const id of after.nodes.keys()) if (!states.has(id)) states.set(id, 'awaitingReceipt')
  }
  switch (event.type) {
    case 'discard':
      return void states.set(rootId, 'discarded')
    case 'issue':
      states.set(rootId, 'assigned')
      history.issuedOn = today
      return begin()
    case 'receive':
      states.set(subjectId, 'received')
      return void (isLead && states.set(rootId, 'inProgress'))
    case 'delegate':
      states.set(subjectId, 'delegated')
      return begin()
    case 'report':
      stateBeforeReport.set(subjectId, states.get(subjectId)!)
      states.set(subjectId, 'reported')
      reportedOn.set(subjectId, today)
      if (isLead) {
        states.set(rootId, 'awaitingAcceptance')
        history.reporterId = actor.personId
      }
      return
    case 'sendBack':
      if (subjectId !== rootId) return goBack(subjectId)
      goBack(lead!.id)
      states.set(rootId, 'inProgress')
      history.reporterId = null
      return
    case 'accept':
      return finish('completed')
    case 'revoke':
      return finish('revoked')
  }
}

/** The clock of a task begins when it is issued. A clock stands while a result waits, and ends on the day of the result that was accepted. */
export function clockPlainly(
  { taskId, states, reportedOn, issuedOn }: History,
  nodeId: string,
  leadId: string | null,
): Clock {
  const state = states.get(nodeId)
  const day = reportedOn.get(state === 'awaitingAcceptance' || state === 'completed' ? (leadId ?? '') : nodeId) ?? null
  return {
    startedOn: nodeId === taskId ? issuedOn : null,
    stoppedOn: state === 'awaitingAcceptance' || state === 'reported' ? day : null,
    doneOn: state === 'completed' || state === 'done' ? day : null,
  }
}
