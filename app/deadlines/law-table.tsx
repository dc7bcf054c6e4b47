import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { StatusWord } from '#app/ui/status-word.tsx'
import { Table } from '#app/ui/table.tsx'
import type { LawDay } from './calendar-year.server.ts'
import { dayWords } from './derivation-words.ts'

/** The public holidays of a year as the law has them, and which of them an announcement has replaced. */
export function LawTable({ days }: { days: LawDay[] }) {
  const t = useT()
  return (
    <Table
      caption={t('workingCalendar:lawTitle')}
      captionHidden
      rows={days}
      keyOf={({ day, holiday }) => `${day} ${holiday}`}
      columns={[
        {
          key: 'day',
          head: t('workingCalendar:column.day'),
          rowHeader: true,
          cell: ({ day }) => dayWords(day, t),
        },
        {
          key: 'holiday',
          head: t('workingCalendar:column.holiday'),
          cell: ({ holiday, insteadOf }) => (
            <>
              {t(`calendar:holiday.${holiday}`)}
              {insteadOf && (
                <span className="block text-sm text-muted">
                  {t('workingCalendar:insteadOf', { day: formatDay(insteadOf) })}
                </span>
              )}
            </>
          ),
        },
        { key: 'source', head: t('workingCalendar:column.source'), cell: ({ source }) => source },
        { key: 'standing', head: t('workingCalendar:column.standing'), cell: (day) => <StandingWord {...day} /> },
      ]}
    />
  )
}

function StandingWord({ isReplaced, isExpected }: LawDay) {
  const t = useT()
  if (isReplaced) return <StatusWord tone="resting">{t('workingCalendar:standing.replaced')}</StatusWord>
  return isExpected ? (
    <StatusWord tone="waiting">{t('workingCalendar:standing.expected')}</StatusWord>
  ) : (
    <StatusWord tone="done">{t('workingCalendar:standing.inForce')}</StatusWord>
  )
}
