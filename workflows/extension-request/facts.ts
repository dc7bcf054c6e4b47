import type { Day } from '../calendar/day.ts'

/** What has happened to a request for more time: the input of the consequences and of the outbox. */
export type ExtensionRequestFact =
  | { type: 'extensionRequest.granted'; dueOn: Day }
  | { type: 'extensionRequest.refused' }
  | { type: 'extensionRequest.withdrawn' }
