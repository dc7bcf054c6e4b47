import { Link } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { StatusWord } from '#app/ui/status-word.tsx'
import { Table } from '#app/ui/table.tsx'
import { dayWords } from './derivation-words.ts'
import type { AnnouncedRow } from './working-calendar.server.ts'

/** What an office was announced for a year, each day with the acts on it. */
export function AnnouncedTable({ rows }: { rows: AnnouncedRow[] }) {
  const t = useT()
  return (
    <Table
      caption={t('workingCalendar:announcedTitle')}
      captionHidden
      rows={rows}
      keyOf={({ day }) => day}
      columns={[
        {
          key: 'day',
          head: t('workingCalendar:column.day'),
          rowHeader: true,
          cell: ({ day }) => dayWords(day, t),
        },
        { key: 'kind', head: t('workingCalendar:column.kind'), cell: ({ kind }) => <KindWord kind={kind} /> },
        {
          key: 'holiday',
          head: t('workingCalendar:column.holiday'),
          cell: ({ holiday }) => holiday && t(`calendar:holiday.${holiday}`),
        },
        { key: 'source', head: t('workingCalendar:column.source'), cell: ({ source }) => source },
        {
          key: 'acts',
          head: t('workingCalendar:column.acts'),
          cell: ({ day }) => (
            <span className="flex flex-wrap gap-x-4">
              <Link
                to={`/admin/calendar/days/${day}`}
                className="link"
                aria-label={t('workingCalendar:editOf', { day: formatDay(day) })}
              >
                {t('workingCalendar:edit')}
              </Link>
              <Link
                to={`/admin/calendar/days/${day}/remove`}
                className="link"
                aria-label={t('workingCalendar:removeOf', { day: formatDay(day) })}
              >
                {t('workingCalendar:remove')}
              </Link>
            </span>
          ),
        },
      ]}
    />
  )
}

export function KindWord({ kind }: { kind: AnnouncedRow['kind'] }) {
  const t = useT()
  return <StatusWord tone={kind === 'OFF' ? 'resting' : 'moving'}>{t(`workingCalendar:kind.${kind}`)}</StatusWord>
}
