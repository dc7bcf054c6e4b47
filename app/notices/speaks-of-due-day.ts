import type { NoticeKind } from './notice-kinds.ts'

/** Kinds of notices in which the due day is the matter, or new: why it is that day goes with them. */
const kinds = new Set<string>([
  'assigned',
  'extensionDecided',
  'dueDayChanged',
  'calendarMoved',
  'resumed',
  'reopened',
  'reminderBefore',
  'reminderOnDay',
  'overdue',
] satisfies NoticeKind[])

export function speaksOfDueDay(kind: string): boolean {
  return kinds.has(kind)
}
