/**
 * The machines once more, as plain tables of state × event: an event not listed in a state can only be refused there.
 * The test compares them with the machines, so neither can change alone.
 */
const taskCells: Record<string, string[]> = {
  draft: ['edit', 'discard', 'issue'],
  assigned: ['leadReceived', 'revoke'],
  inProgress: ['resultPassedUp', 'revoke'],
  awaitingAcceptance: ['accept', 'sendBack', 'revoke'],
  completed: [],
  revoked: [],
  discarded: [],
}

const assignmentCells: Record<string, string[]> = {
  awaitingReceipt: ['receive', 'close'],
  received: ['delegate', 'progress', 'report', 'close'],
  delegated: ['delegate', 'progress', 'report', 'close'],
  reported: ['sendBack', 'reopen', 'close'],
  done: [],
}

export const cells = { TASK: taskCells, ASSIGNMENT: assignmentCells } as const
export type Kind = keyof typeof cells

/** What only follows from another event: asked for by a person it is always refused. */
const consequenceEvents = ['leadReceived', 'resultPassedUp', 'close', 'reopen']

export const finalStates = ['completed', 'revoked', 'discarded', 'done']

export function eventsOf(kind: Kind): string[] {
  return [...new Set(Object.values(cells[kind]).flat())]
}

/** What a person may ask for in this state, if they are the right one. */
export function actsIn(kind: Kind, state: string): string[] {
  return (cells[kind][state] ?? []).filter((event) => !consequenceEvents.includes(event))
}
