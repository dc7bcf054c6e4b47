import { restWords } from '#app/deadlines/derivation-words.ts'
import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Rest } from '#workflows/calendar/working-calendar.ts'

interface DayOffNoteProps {
  dueOn: Day
  dayOff: Rest
  /** Which task of those listed it is of. */
  number?: number
}

/** Points out that a due day was chosen on which nobody works. It is the chooser's to change. */
export function DayOffNote({ dueOn, dayOff, number }: DayOffNoteProps) {
  const t = useT()
  const words = { day: formatDay(dueOn), rest: restWords(dayOff, t) }
  return (
    <p className="text-sm text-muted">
      {number === undefined ? t('calendar:dayOff', words) : t('calendar:dayOffOf', { ...words, number })}
    </p>
  )
}
