import { act, type ActOutcome } from '#app/workflow/act.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { AskedOfSubject } from './simple-acts.server.ts'

/*
 * Giving back, contributions and more time: acts on an assignment, or on a request of its holder, with nothing to write beside
 * them. All throw as `act` does.
 */

type WithReason = AskedOfSubject & { reason: string }
type WithComment = AskedOfSubject & { comment?: string }

export function giveBack({ reason, ...asked }: WithReason): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'giveBack', reason } })
}

/** Answers who gave an assignment, or the lead's task, back: it stays with them. */
export function insist({ reason, ...asked }: WithReason): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'insist', reason } })
}

/** Answers who gave an assignment back: they are let off. */
export function release({ comment, ...asked }: WithComment): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'release', comment } })
}

export function acceptContribution({ comment, ...asked }: WithComment): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'acceptContribution', comment } })
}

export function requestExtension({ dueOn, reason, ...asked }: WithReason & { dueOn: Day }): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'requestExtension', dueOn, reason } })
}

/** The day granted need not be the day asked for. */
export function grantExtension({ dueOn, comment, ...asked }: WithComment & { dueOn: Day }): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'grant', dueOn, comment } })
}

export function refuseExtension({ reason, ...asked }: WithReason): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'refuse', reason } })
}

export function withdrawExtensionRequest(asked: AskedOfSubject): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'withdraw' } })
}
