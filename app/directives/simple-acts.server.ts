import { act, type Act, type ActOutcome } from '#app/workflow/act.server.ts'
import { setDueDay } from './set-due-day.server.ts'

/** What every act on a task or an assignment is asked with. */
export type AskedOfSubject = Pick<Act, 'subjectId' | 'rootId' | 'revision' | 'requestKey' | 'by' | 'at'>

/*
 * The acts that move the machine and write nothing beside it. All throw as `act` does: NotFound, Conflict, Refused.
 */

export function discardTask(asked: AskedOfSubject): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'discard' } })
}

export function issueTask(asked: AskedOfSubject): Promise<ActOutcome> {
  const { subjectId, at } = asked
  return act({ ...asked, event: { type: 'issue' }, amend: (tx) => setDueDay(tx, subjectId, at) })
}

export function receiveAssignment(asked: AskedOfSubject): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'receive' } })
}

export function acceptResult({ comment, ...asked }: AskedOfSubject & { comment?: string }): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'accept', comment } })
}

/** Of a task: the unit's result. Of an assignment: the report of the one it was handed to. */
export function sendBack({ reason, ...asked }: AskedOfSubject & { reason: string }): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'sendBack', reason } })
}

export function revokeTask({ reason, ...asked }: AskedOfSubject & { reason: string }): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'revoke', reason } })
}
