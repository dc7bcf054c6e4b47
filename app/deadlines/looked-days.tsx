import { useT } from '#app/i18n/use-t.ts'
import { Table } from '#app/ui/table.tsx'
import { KindWord } from './announced-table.tsx'
import type { LookedDay } from './calendar-look.server.ts'
import { dayWords } from './derivation-words.ts'

/** What a change would write into the calendar, day by day. */
export function LookedDays({ days }: { days: LookedDay[] }) {
  const t = useT()
  return (
    <Table
      caption={t('workingCalendar:lookTitle')}
      rows={days}
      keyOf={({ day }) => day}
      columns={[
        {
          key: 'day',
          head: t('workingCalendar:column.day'),
          rowHeader: true,
          cell: ({ day }) => dayWords(day, t),
        },
        {
          key: 'kind',
          head: t('workingCalendar:column.kind'),
          cell: ({ is, was }) => <KindWord kind={(is ?? was)!.kind} />,
        },
        {
          key: 'holiday',
          head: t('workingCalendar:column.holiday'),
          cell: ({ is, was }) => {
            const { holiday } = (is ?? was)!
            return holiday && t(`calendar:holiday.${holiday}`)
          },
        },
        {
          key: 'source',
          head: t('workingCalendar:column.source'),
          cell: ({ is, was }) => (is ?? was)!.source,
        },
        {
          key: 'change',
          head: t('workingCalendar:column.change'),
          cell: ({ change, was }) => t(`workingCalendar:change.${change}`, { was: was?.source ?? '' }),
        },
      ]}
    />
  )
}
