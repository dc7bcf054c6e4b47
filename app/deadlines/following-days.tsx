import { useT } from '#app/i18n/use-t.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { DaysThatFollow } from './days-that-follow.ts'
import { dayWords } from './derivation-words.ts'

/** What a change does to days it does not name. */
export function FollowingDays({ worked, off }: DaysThatFollow) {
  const t = useT()
  const named = (days: string[]) => days.map((day) => dayWords(day, t)).join(', ')
  return (
    <>
      {worked.length > 0 && <Notice>{t('workingCalendar:follow.worked', { days: named(worked) })}</Notice>}
      {off.length > 0 && <Notice>{t('workingCalendar:follow.off', { days: named(off) })}</Notice>}
    </>
  )
}
