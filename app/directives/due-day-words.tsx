import { dueWords, shortDue } from '#app/due-days/due-words.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'

interface DueDayWordsProps {
  dueOn: Day | null
  dueHour: Hour | null
  extensions: number
  /** In a table, where there is little room for an hour. */
  compact?: boolean
}

/** A due day, with how often it was put off: the two are never shown apart. */
export function DueDayWords({ dueOn, dueHour, extensions, compact = false }: DueDayWordsProps) {
  const t = useT()
  const day = dueOn
    ? compact
      ? shortDue(dueOn, dueHour)
      : dueWords(dueOn, dueHour, t)
    : t('directives:timeliness.OPEN_ENDED')
  return <>{extensions > 0 ? `${day} (${t('directives:extendedTimes', { number: extensions })})` : day}</>
}
