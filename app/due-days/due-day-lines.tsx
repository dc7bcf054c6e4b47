import { useT } from '#app/i18n/use-t.ts'
import type { DueDayHistory } from './due-day-history.ts'
import { dueDayHistoryWords } from './due-day-history-words.ts'

/** Where the page of a task explains the due day of a part of it, or its own. */
export function dueDayAnchor(subjectId: string): string {
  return `due-day-${subjectId}`
}

/** How a due day came about, line by line. */
export function DueDayLines({ dueDay }: { dueDay: DueDayHistory }) {
  const t = useT()
  return (
    <ol className="mt-1 mb-2 max-w-prose space-y-1 border-l-2 border-line pl-3 text-sm">
      {dueDayHistoryWords(dueDay, t).map(({ words, days }, index) => (
        <li key={index}>
          {words}
          {days.length > 0 && (
            <ol className="mt-0.5 ml-3 text-muted">
              {days.map((each) => (
                <li key={each.day} className="tabular-nums">
                  {each.day}: {each.words}
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  )
}
