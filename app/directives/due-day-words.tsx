import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { Day } from '#workflows/calendar/day.ts'

/** A due day, with how often it was put off: the two are never shown apart. */
export function DueDayWords({ dueOn, extensions }: { dueOn: Day | null; extensions: number }) {
  const t = useT()
  const day = dueOn ? formatDay(dueOn) : t('directives:timeliness.OPEN_ENDED')
  return <>{extensions > 0 ? `${day} (${t('directives:extendedTimes', { number: extensions })})` : day}</>
}
