import { DueDayWords } from '#app/directives/due-day-words.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { DayOffNote } from './day-off-note.tsx'
import type { Rest } from '#workflows/calendar/working-calendar.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import type { DueDayHistory } from './due-day-history.ts'
import { dueDayAnchor, DueDayLines } from './due-day-lines.tsx'

interface OpenedDueDayProps {
  dueOn: Day | null
  dueHour: Hour | null
  extensions: number
  dueDay: DueDayHistory | null
  /** Said before the day, where nothing else says what it is. */
  term?: string
  /** Why nobody works on it. */
  dayOff?: Rest | null
}

/** A due day that opens as its derivation, without a script. */
export function OpenedDueDay({ dueOn, dueHour, extensions, dueDay, term, dayOff = null }: OpenedDueDayProps) {
  return (
    <>
      <Derivation {...{ dueOn, dueHour, extensions, dueDay, term }} />
      {dueOn && dayOff && <DayOffNote dueOn={dueOn} dayOff={dayOff} />}
    </>
  )
}

function Derivation({ dueOn, dueHour, extensions, dueDay, term }: Omit<OpenedDueDayProps, 'dayOff'>) {
  const t = useT()
  const day = (
    <>
      {term} <DueDayWords dueOn={dueOn} dueHour={dueHour} extensions={extensions} />
    </>
  )
  if (!dueDay) return <span>{day}</span>
  return (
    <details id={dueDayAnchor(dueDay.subjectId)} className="min-w-0 whitespace-normal open:basis-full">
      <summary className="cursor-pointer py-0.5">
        {day} · <span className="link">{t('calendar:history.open')}</span>
      </summary>
      <DueDayLines dueDay={dueDay} />
    </details>
  )
}
