import { formatMoment } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { StatusWord } from '#app/ui/status-word.tsx'
import { Table } from '#app/ui/table.tsx'
import { durationWords } from './duration-words.ts'
import { FailureWords } from './failure-words.tsx'
import type { ScheduleRow } from './schedules.server.ts'

/** The jobs of the clock: when each last ran, how long it took, what came of it. */
export function ScheduleTable({ rows }: { rows: ScheduleRow[] }) {
  const t = useT()
  return (
    <section aria-labelledby="schedules" className="mb-8">
      <h2 id="schedules" className="mb-2 font-semibold">
        {t('operations:schedules')}
      </h2>
      {rows.length === 0 ? (
        <EmptyState>{t('operations:noSchedules')}</EmptyState>
      ) : (
        <Table
          caption={t('operations:schedules')}
          captionHidden
          rows={rows}
          keyOf={({ job }) => job}
          columns={[
            { key: 'job', head: t('operations:job'), rowHeader: true, cell: ({ job }) => job },
            {
              key: 'every',
              head: t('operations:every'),
              numeric: true,
              cell: ({ everyMilliseconds }) => durationWords(t, everyMilliseconds),
            },
            {
              key: 'started',
              head: t('operations:lastRun'),
              cell: ({ startedAt }) => startedAt && <span className="tabular-nums">{formatMoment(startedAt)}</span>,
            },
            {
              key: 'took',
              head: t('operations:took'),
              numeric: true,
              cell: ({ tookMilliseconds }) => tookMilliseconds !== null && durationWords(t, tookMilliseconds),
            },
            { key: 'state', head: t('operations:outcome'), cell: (row) => <Outcome row={row} /> },
          ]}
        />
      )}
    </section>
  )
}

const TONES = { never: 'resting', running: 'moving', done: 'done', failed: 'late' } as const

function Outcome({ row: { state, cause, errorName, isLate } }: { row: ScheduleRow }) {
  const t = useT()
  return (
    <>
      <StatusWord tone={TONES[state]}>{t(`operations:state.${state}`)}</StatusWord>
      {cause && (
        <span className="block">
          <FailureWords reason={cause} errorName={errorName} />
        </span>
      )}
      {isLate && (
        <span className="block">
          <StatusWord tone="late">{t('operations:late')}</StatusWord>
        </span>
      )}
    </>
  )
}
