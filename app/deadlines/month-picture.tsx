import { useT } from '#app/i18n/use-t.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { MarkedDay } from './calendar-year.server.ts'
import { weeksOf } from './month-weeks.ts'

interface MonthPictureProps {
  year: number
  month: number
  marks: ReadonlyMap<Day, MarkedDay>
}

export function MonthPicture({ year, month, marks }: MonthPictureProps) {
  const t = useT()
  return (
    <table className="month-picture">
      <caption>{t('workingCalendar:month', { month })}</caption>
      <thead>
        <tr>
          {([0, 1, 2, 3, 4, 5, 6] as const).map((weekday) => (
            <th key={weekday} scope="col">
              {t(`workingCalendar:weekdayShort.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, index) => (
          <tr key={index}>
            {week.map((day, weekday) => (
              <td key={weekday}>{day && <DayCell day={day} marked={marks.get(day)} isWeekend={weekday > 4} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({ day, marked, isWeekend }: { day: Day; marked: MarkedDay | undefined; isWeekend: boolean }) {
  const t = useT()
  const date = Number(day.slice(8))
  if (!marked) return isWeekend ? <span className="day-mark weekend">{date}</span> : <>{date}</>
  const { mark, holiday } = marked
  const words = [t(`workingCalendar:mark.${mark}`), ...(holiday ? [t(`calendar:holiday.${holiday}`)] : [])].join(', ')
  return (
    <span className={`day-mark ${mark}`} title={words}>
      {date}
      <sup aria-hidden="true">{t(`workingCalendar:letter.${mark}`)}</sup>
      <span className="sr-only">, {words}</span>
    </span>
  )
}
