import type { z } from 'zod'
import { dueDaysAfterSuspension } from '#app/due-days/due-days-after-suspension.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { act, type ActOutcome } from '#app/workflow/act.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { outsideDecisionSchema } from './act-forms.ts'
import type { AskedOfSubject } from './simple-acts.server.ts'

/*
 * What the assigner's side does to a task once it is issued, with nothing to write beside it. All throw as `act` does.
 */

type WithReason = AskedOfSubject & { reason: string }

/** Back to a draft, while no unit has received it. */
export function takeBackTask({ reason, ...asked }: WithReason): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'takeBack', reason } })
}

export function urgeTask({ words, ...asked }: AskedOfSubject & { words: string }): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'urge', words } })
}

export function suspendTask({ reason, ...asked }: WithReason): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'suspend', reason } })
}

/** Every due day moves by as many days of the task's own kind as the task stood still. */
export function resumeTask({ comment, ...asked }: AskedOfSubject & { comment?: string }): Promise<ActOutcome> {
  const today = officeDay(asked.at)
  return act({
    ...asked,
    event: { type: 'resume', comment },
    alsoCarries: (tx, tree) => dueDaysAfterSuspension(tx, tree, today),
  })
}

/** `dueOn` null: open-ended from now on. */
export function changeDueDay({ dueOn, reason, ...asked }: WithReason & { dueOn: Day | null }): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'changeDueDay', dueOn, reason } })
}

/** A completed task goes on, with another due day if one is given. */
export function reopenTask({ reason, dueOn, ...asked }: WithReason & { dueOn?: Day }): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'reopen', reason, dueOn } })
}

/** What an outside assigner decided, with the document that says so. */
export function recordOutsideDecision({
  decided,
  ...asked
}: AskedOfSubject & { decided: z.output<typeof outsideDecisionSchema> }): Promise<ActOutcome> {
  return act({ ...asked, event: { type: 'recordOutsideDecision', ...decided } })
}
