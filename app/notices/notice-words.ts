import { formatDay, formatNumber } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { type NoticeKind, noticeKinds } from './notice-kinds.ts'

/** Beyond it nobody reads more in the number than "many". */
export const MOST_UNREAD_COUNTED = 99

export function unreadWords(unread: number): string {
  return unread > MOST_UNREAD_COUNTED ? `${MOST_UNREAD_COUNTED}+` : formatNumber(unread)
}

/** What a notice says, without a word of the content. */
export function noticeWords(t: Translate, kind: string, values: Record<string, string | number>): string {
  const known = noticeKinds.find((each) => each === kind)
  // Told by a newer version of the application.
  return known ? wordsOf(t, known, values) : t('notices:unknownKind')
}

function wordsOf(t: Translate, kind: NoticeKind, { from, to, days, granted }: Record<string, string | number>): string {
  switch (kind) {
    case 'dueDayChanged':
    case 'calendarMoved': {
      if (!to) return t('notices:dueDay.ended')
      const change = { from: dayWords(from), to: dayWords(to) }
      const moved = t(kind === 'dueDayChanged' ? 'notices:dueDay.changed' : 'notices:dueDay.calendarMoved', change)
      return from ? moved : t('notices:dueDay.set', { to: change.to })
    }
    case 'extensionDecided':
      if (!granted) return t('notices:extension.refused')
      return t('notices:extension.granted', { to: dayWords(to) })
    case 'reminderBefore':
    case 'overdue':
      return t(`notices:${kind}`, { days: formatNumber(Number(days ?? 0)) })
    default:
      return t(`notices:happened.${kind}`)
  }
}

function dayWords(day: string | number | undefined): string {
  return day === undefined ? '' : formatDay(String(day))
}
