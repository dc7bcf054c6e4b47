import { shortDue } from '#app/due-days/due-words.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'

interface DueDayWordsProps {
  dueOn: Day | null
  dueHour: Hour | null
  extensions: number
}

/** A due day, with how often it was put off: the two are never shown apart. */
export function DueDayWords({ dueOn, dueHour, extensions }: DueDayWordsProps) {
  const t = useT()
  const day = dueOn ? shortDue(dueOn, dueHour) : t('directives:timeliness.OPEN_ENDED')
  return <>{extensions > 0 ? `${day} (${t('directives:extendedTimes', { number: extensions })})` : day}</>
}
