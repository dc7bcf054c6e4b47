import type { Day } from '../calendar/day.ts'
import type { Succession } from '../succession.ts'
import type { Supporter } from '../tree.ts'

/** What has happened to a task: the input of the consequences and of the outbox. */
export type TaskFact =
  | { type: 'task.edited' }
  | { type: 'task.discarded' }
  | { type: 'task.issued' }
  | { type: 'task.takenBack' }
  | { type: 'task.contentChanged' }
  | { type: 'task.dueDayChanged'; dueOn: Day | null }
  | { type: 'task.followerChanged'; followerId: string }
  | { type: 'task.supportersAdded'; supporters: Supporter[] }
  | { type: 'task.reassigned'; leadUnitId: string }
  | { type: 'task.givenBack' }
  | { type: 'task.insistedOn' }
  | { type: 'task.urged' }
  | { type: 'task.suspended' }
  /**
   * `suspendedOn` is the first day the clocks stood still, `today` the day they run again; `laterDays` what a due day becomes, where
   * that is not as many days later.
   */
  | { type: 'task.resumed'; suspendedOn: Day; today: Day; laterDays: Readonly<Record<Day, Day>> }
  | { type: 'task.outsideDecided'; outerDueOn: Day | null }
  | { type: 'task.resultPassedUp' }
  | { type: 'task.sentBack' }
  | { type: 'task.completed' }
  | { type: 'task.reopened'; dueOn: Day | null }
  | { type: 'task.revoked' }
  | { type: 'task.handedOver'; succession: Succession }
