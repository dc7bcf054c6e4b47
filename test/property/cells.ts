/**
 * The machines once more, as plain tables of state × event: an event not listed in a state can only be refused there.
 * The test compares them with the machines, so neither can change alone.
 */
const whileNotEnded = ['changeFollower', 'recordOutsideDecision', 'revoke', 'handOver']
const whileWorkedOn = [
  ...whileNotEnded,
  'calendarChanged',
  'changeContent',
  'changeDueDay',
  'addSupporters',
  'reassign',
  'urge',
]

const taskCells: Record<string, string[]> = {
  draft: ['edit', 'discard', 'issue', 'open', 'handOver'],
  assigned: [...whileWorkedOn, 'takeBack', 'suspend', 'leadReceived', 'leadGaveBack'],
  inProgress: [...whileWorkedOn, 'suspend', 'leadGaveBack', 'resultPassedUp'],
  returned: [...whileWorkedOn, 'insist'],
  awaitingAcceptance: [...whileNotEnded, 'accept', 'sendBack'],
  suspended: [...whileNotEnded, 'calendarChanged', 'resume'],
  completed: ['recordOutsideDecision', 'reopen'],
  revoked: [],
  discarded: [],
}

const fromAbove = ['close', 'withdraw', 'suspend', 'resume']
const working = ['delegate', 'progress', 'report', 'requestExtension', 'giveBack']

const assignmentCells: Record<string, string[]> = {
  awaitingReceipt: ['receive', 'giveBack', ...fromAbove],
  received: [...working, ...fromAbove],
  delegated: [...working, ...fromAbove],
  reported: ['acceptContribution', 'sendBack', 'reopen', ...fromAbove],
  returned: ['insist', 'release', 'insisted', ...fromAbove],
  done: ['reopen'],
  withdrawn: [],
}

const extensionRequestCells: Record<string, string[]> = {
  requested: ['grant', 'refuse', 'withdraw', 'lapse'],
  granted: [],
  refused: [],
  withdrawn: [],
}

export const cells = {
  TASK: taskCells,
  ASSIGNMENT: assignmentCells,
  EXTENSION_REQUEST: extensionRequestCells,
} as const
export type Kind = keyof typeof cells

/** What only follows from another event or from an order of the office: asked for by a person it is always refused. */
const consequenceEvents: Record<Kind, string[]> = {
  TASK: ['leadReceived', 'leadGaveBack', 'resultPassedUp', 'open', 'handOver', 'calendarChanged'],
  ASSIGNMENT: [...fromAbove, 'reopen', 'insisted'],
  EXTENSION_REQUEST: ['lapse'],
}

/** Nothing is owed in these any more; of them a completed task, and what was done under it, may be taken up again. */
export const settledStates: Record<Kind, string[]> = {
  TASK: ['completed', 'revoked', 'discarded'],
  ASSIGNMENT: ['done', 'withdrawn'],
  EXTENSION_REQUEST: ['granted', 'refused', 'withdrawn'],
}

export function eventsOf(kind: Kind): string[] {
  return [...new Set(Object.values(cells[kind]).flat())]
}

/** What a person may ask for in this state, if they are the right one. */
export function actsIn(kind: Kind, state: string): string[] {
  return (cells[kind][state] ?? []).filter((event) => !consequenceEvents[kind].includes(event))
}
