/** What people are told of. A notice is of one kind; its words are `notices:kind.<kind>`. */
export const noticeKinds = [
  'assigned',
  'returned',
  'reported',
  'accepted',
  'sentBack',
  'extensionRequested',
  'extensionDecided',
  'contentChanged',
  'dueDayChanged',
  'urged',
  'suspended',
  'resumed',
  'revoked',
  'reopened',
  'calendarMoved',
  'reminderBefore',
  'reminderOnDay',
  'overdue',
] as const

export type NoticeKind = (typeof noticeKinds)[number]

export const noticeChannels = ['APP', 'MAIL'] as const
export type NoticeChannel = (typeof noticeChannels)[number]

export type NoticeWay = 'NONE' | 'AT_ONCE'

/** Where neither the office nor the person has said otherwise: all in the application; by mail what asks for an answer. */
export function usualWay(kind: NoticeKind, channel: NoticeChannel): NoticeWay {
  return channel === 'APP' || !quietByMail.includes(kind) ? 'AT_ONCE' : 'NONE'
}

const quietByMail: NoticeKind[] = ['reported', 'accepted', 'suspended', 'resumed']
