import { useT } from '#app/i18n/use-t.ts'
import type { MarkedDay } from './calendar-year.server.ts'
import { MonthPicture } from './month-picture.tsx'

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
const MARKS = ['holiday', 'expected', 'off', 'makeUp'] as const

/** The months of a year with each day that is not like the others: by letter, shape and words as well as colour. */
export function YearPicture({ year, marked }: { year: number; marked: MarkedDay[] }) {
  const t = useT()
  const marks = new Map(marked.map((each) => [each.day, each]))
  return (
    <>
      <ul className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {MARKS.map((mark) => (
          <li key={mark} className="flex items-center gap-1.5">
            <span className={`day-mark ${mark}`} aria-hidden="true">
              {t(`workingCalendar:letter.${mark}`)}
            </span>
            {t(`workingCalendar:mark.${mark}`)}
          </li>
        ))}
        <li className="flex items-center gap-1.5">
          <span className="day-mark weekend" aria-hidden="true">
            7
          </span>
          {t('workingCalendar:mark.weekend')}
        </li>
      </ul>
      <div className="grid items-start grid-cols-[repeat(auto-fill,minmax(15.5rem,1fr))] gap-x-6 gap-y-5">
        {MONTHS.map((month) => (
          <MonthPicture key={month} year={year} month={month} marks={marks} />
        ))}
      </div>
    </>
  )
}
