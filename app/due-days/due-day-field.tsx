import { useEffect, useState } from 'react'
import { restWords } from '#app/deadlines/derivation-words.ts'
import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { initialText } from '#app/ui/fields/bound-field.ts'
import { DayField, type DayFieldProps } from '#app/ui/fields/day-field.tsx'
import type { Rest } from '#workflows/calendar/working-calendar.ts'
import { type KnownDaysOff, restKnownOn, WORKING_CALENDAR_PATH } from './known-days-off.ts'

/**
 * A due day that is chosen: with script a day off is pointed out at once, without it once the form was saved. It stays as it was
 * chosen either way. The line it is said on is there from the start, below all that stands beside the field.
 */
export function DueDayField(props: DayFieldProps) {
  const t = useT()
  const { field } = props
  const [day, setDay] = useState(initialText(field))
  const rest = useRest(day)
  return (
    <>
      <DayField {...props} onChosen={setDay} />
      <p data-day-note aria-live="polite" className="order-last basis-full text-sm text-muted">
        {rest && !field.errors && t('calendar:chosenDayOff', { day: formatDay(day), rest: restWords(rest, t) })}
      </p>
    </>
  )
}

/** Why nobody works on the day; null until that is known. */
function useRest(day: string): Rest | null {
  const [known, setKnown] = useState<KnownDaysOff | null>(null)
  const isNeeded = day !== '' && known === null
  useEffect(() => {
    if (!isNeeded) return
    const leaving = new AbortController()
    // The page was left, or the session has ended, which the next page will tell: the note after saving says it then.
    fetchKnownDaysOff(leaving.signal).then(setKnown, () => undefined)
    return () => leaving.abort()
  }, [isNeeded])
  return day !== '' && known ? restKnownOn(day, known) : null
}

async function fetchKnownDaysOff(signal: AbortSignal): Promise<KnownDaysOff | null> {
  const answer = await fetch(WORKING_CALENDAR_PATH, { signal, redirect: 'error' })
  return answer.ok ? ((await answer.json()) as KnownDaysOff) : null
}
