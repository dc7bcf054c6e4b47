import type { ActOutcome } from '#app/workflow/act.server.ts'
import type { Decision } from './forms.ts'
import {
  acceptResult,
  type AskedOfSubject,
  discardTask,
  issueTask,
  revokeTask,
  sendBack,
} from './simple-acts.server.ts'

export interface DecideTask extends AskedOfSubject {
  act: Decision
  reason?: string
  comment?: string
}

/** The decisions of the assigner's side on a task, by the name they have in the address. @throws as `act` */
export function decideTask({ act, reason = '', comment, ...asked }: DecideTask): Promise<ActOutcome> {
  switch (act) {
    case 'issue':
      return issueTask(asked)
    case 'discard':
      return discardTask(asked)
    case 'accept':
      return acceptResult({ ...asked, comment })
    case 'sendBack':
      return sendBack({ ...asked, reason })
    case 'revoke':
      return revokeTask({ ...asked, reason })
  }
}
