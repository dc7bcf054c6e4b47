import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import { periodWords } from './period-words.ts'
import type { PlannedPeriod } from './schedule.ts'

/** The next periods: which data they take in, when their tasks are opened and when they are due. */
export function PeriodsAhead({ periods }: { periods: PlannedPeriod[] }) {
  const t = useT()
  const day = (key: Exclude<keyof PlannedPeriod, 'period'>, head: string): Column<PlannedPeriod> => ({
    key,
    head,
    numeric: true,
    cell: (row) => formatDay(row[key]),
  })
  return (
    <section aria-labelledby="ahead-heading" className="mt-6">
      <h2 id="ahead-heading" className="mb-2 text-lg font-semibold">
        {t('series:ahead')}
      </h2>
      {periods.length === 0 ? (
        <p className="text-muted">{t('series:empty.ahead')}</p>
      ) : (
        <Table
          caption={t('series:ahead')}
          captionHidden
          columns={[
            {
              key: 'period',
              head: t('series:field.period'),
              rowHeader: true,
              cell: ({ period }) => periodWords(t, period),
            },
            day('from', t('series:field.dataFrom')),
            day('closesOn', t('series:field.closesOn')),
            day('opensOn', t('series:field.opensOn')),
            day('dueOn', t('directives:field.dueOn')),
          ]}
          rows={periods}
          keyOf={({ period }) => period}
        />
      )}
    </section>
  )
}
