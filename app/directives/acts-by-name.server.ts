import type { z } from 'zod'
import type { ActOutcome } from '#app/workflow/act.server.ts'
import type {
  Answer,
  answerSchemas,
  Decision,
  decisionSchemas,
  ExtensionAnswer,
  extensionAnswerSchemas,
  TypedInAct,
} from './act-forms.ts'
import {
  acceptContribution,
  giveBack,
  grantExtension,
  insist,
  refuseExtension,
  release,
  withdrawExtensionRequest,
} from './assignment-acts.server.ts'
import {
  acceptResult,
  type AskedOfSubject,
  discardTask,
  issueTask,
  revokeTask,
  sendBack,
} from './simple-acts.server.ts'
import { resumeTask, suspendTask, takeBackTask, urgeTask } from './task-acts.server.ts'

/** Asked with what the form of the act has typed in. */
type UseCase<Schema extends z.ZodObject> = (
  asked: AskedOfSubject & Pick<z.output<Schema>, keyof Schema['shape']>,
) => Promise<ActOutcome>

const decisions: { [Name in Decision]: UseCase<(typeof decisionSchemas)[Name]> } = {
  issue: issueTask,
  discard: discardTask,
  takeBack: takeBackTask,
  insist,
  urge: urgeTask,
  suspend: suspendTask,
  resume: resumeTask,
  accept: acceptResult,
  sendBack,
  revoke: revokeTask,
}

const answers: { [Name in Answer]: UseCase<(typeof answerSchemas)[Name]> } = {
  giveBack,
  insist,
  release,
  acceptContribution,
}

const extensionAnswers: { [Name in ExtensionAnswer]: UseCase<(typeof extensionAnswerSchemas)[Name]> } = {
  grant: grantExtension,
  refuse: refuseExtension,
  withdraw: withdrawExtensionRequest,
}

/** Each was parsed by the schema of its name, so it has what its use case asks for. */
type Asked<Act> = AskedOfSubject & TypedInAct & { act: Act }
type Whole = AskedOfSubject & Required<TypedInAct>

/** An act on a task by the name it has in the address. @throws as `act` */
export function decideTask({ act, ...asked }: Asked<Decision>): Promise<ActOutcome> {
  return decisions[act](asked as Whole)
}

/** The same on an assignment. */
export function answerAssignment({ act, ...asked }: Asked<Answer>): Promise<ActOutcome> {
  return answers[act](asked as Whole)
}

/** The same on a request for more time. */
export function answerExtensionRequest({ act, ...asked }: Asked<ExtensionAnswer>): Promise<ActOutcome> {
  return extensionAnswers[act](asked as Whole)
}
