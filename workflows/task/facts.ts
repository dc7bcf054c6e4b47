/** What has happened to a task: the input of the consequences and of the outbox. */
export type TaskFact =
  | { type: 'task.edited' }
  | { type: 'task.discarded' }
  | { type: 'task.issued' }
  | { type: 'task.resultPassedUp' }
  | { type: 'task.sentBack' }
  | { type: 'task.completed' }
  | { type: 'task.revoked' }
