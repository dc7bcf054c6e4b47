import type { Day } from './calendar/day.ts'
import type { Node } from './tree.ts'

/** How a subject's deadline stands: its clock began on a day, stands still since one, or ended on one. */
export interface Clock {
  /** Null while it has not begun; of an assignment it begins with the assignment itself. */
  startedOn: Day | null
  stoppedOn: Day | null
  doneOn: Day | null
}

/**
 * The clock stands still while a result waits to be accepted: whoever passed it up in time is not late because nobody
 * looked at it. Accepted, the day it was passed up is the day it was done; what was closed without a result has none.
 * A suspended task's clocks stand still too.
 */
export function clockOf(node: Node): Clock {
  switch (node.kind) {
    case 'TASK': {
      const { issuedOn, resultOn, suspendedOn } = node.context
      return {
        startedOn: issuedOn,
        stoppedOn: node.state === 'awaitingAcceptance' ? resultOn : node.state === 'suspended' ? suspendedOn : null,
        doneOn: node.state === 'completed' ? resultOn : null,
      }
    }
    case 'ASSIGNMENT': {
      const { reportedOn, suspendedOn } = node.context
      return {
        startedOn: null,
        stoppedOn: node.state === 'reported' ? reportedOn : node.state === 'done' ? null : suspendedOn,
        doneOn: node.state === 'done' ? reportedOn : null,
      }
    }
    case 'EXTENSION_REQUEST':
      return { startedOn: null, stoppedOn: null, doneOn: null }
  }
}
