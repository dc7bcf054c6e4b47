import { formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Table } from '#app/ui/table.tsx'
import type { MovingGroup } from './calendar-look.server.ts'
import { dayWords, ruleWords } from './derivation-words.ts'

/** As many as somebody would read; the number of all stands above. */
const MOST_SHOWN = 200

/** Which due days would move, from and to: those alike in one line. */
export function MovingTable({ groups }: { groups: MovingGroup[] }) {
  const t = useT()
  return (
    <>
      <Table
        caption={t('workingCalendar:movingTitle')}
        rows={groups.slice(0, MOST_SHOWN)}
        keyOf={({ rule, startOn, from, to }) => `${JSON.stringify(rule)} ${startOn} ${from} ${to}`}
        columns={[
          {
            key: 'from',
            head: t('workingCalendar:column.from'),
            rowHeader: true,
            cell: ({ from }) => dayWords(from, t),
          },
          { key: 'to', head: t('workingCalendar:column.to'), cell: ({ to }) => dayWords(to, t) },
          {
            key: 'rule',
            head: t('workingCalendar:column.rule'),
            cell: ({ rule, startOn }) => ruleWords(rule, startOn, t),
          },
          {
            key: 'tasks',
            head: t('workingCalendar:column.tasks'),
            numeric: true,
            cell: ({ tasks }) => formatNumber(tasks),
          },
        ]}
      />
      {groups.length > MOST_SHOWN && (
        <p className="mt-2 text-muted">
          {t('workingCalendar:moreGroups', { total: formatNumber(groups.length - MOST_SHOWN) })}
        </p>
      )}
    </>
  )
}
