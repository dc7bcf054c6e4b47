import type { Day } from '../calendar/day.ts'
import type { Delegate } from './events.ts'

/** What has happened to an assignment: the input of the consequences and of the outbox. */
export type AssignmentFact =
  | { type: 'assignment.received' }
  | { type: 'assignment.delegated'; delegates: Delegate[] }
  | { type: 'assignment.progressed' }
  | { type: 'assignment.reported' }
  | { type: 'assignment.contributionAccepted' }
  | { type: 'assignment.sentBack' }
  | { type: 'assignment.givenBack' }
  | { type: 'assignment.insistedOn' }
  | { type: 'assignment.released' }
  | { type: 'assignment.extensionRequested'; dueOn: Day }
