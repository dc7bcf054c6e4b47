import { Link } from '@remix-run/react'
import { doerWords } from '#app/absences/doer-words.ts'
import { SymbolWords } from '#app/directives/state-words.tsx'
import { formatMoment } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { periodKindOf } from '#workflows/calendar/periods.ts'
import { periodWords } from './period-words.ts'
import type { ShownSeries } from './series-page.server.ts'

/** The facts of a series: whose it is, which periods it has, and how they come. */
export function SeriesDetails({ series }: { series: ShownSeries }) {
  const t = useT()
  const byOn = (actor: string | null, actingFor: string | null, moment: Date | null) =>
    actor && moment && t('series:byOn', { name: doerWords(t, { actor, actingFor }), moment: formatMoment(moment) })
  const { firstPeriod, lastPeriod, dueAfterDays, opensBeforeDays } = series
  return (
    <DescriptionList
      items={[
        { term: t('series:field.kind'), words: t(`series:kind.${periodKindOf(firstPeriod)!}`) },
        { term: t('series:field.firstPeriod'), words: periodWords(t, firstPeriod) },
        {
          term: t('series:field.lastPeriod'),
          words: lastPeriod ? periodWords(t, lastPeriod) : t('series:field.noLastPeriod'),
        },
        { term: t('series:field.closing'), words: t('series:closing', { source: series.closingSource }) },
        { term: t('series:field.opensOn'), words: t('series:beforeClosing', { days: opensBeforeDays }) },
        { term: t('directives:field.dueOn'), words: t('series:afterClosing', { days: dueAfterDays }) },
        { term: t('directives:field.expectedProduct'), words: series.expectedProduct },
        { term: t('directives:field.leadUnit'), words: series.leadUnit },
        { term: t('series:field.supportUnits'), words: series.supportUnits.join(', ') },
        { term: t('directives:field.directingLeader'), words: series.directingLeader },
        { term: t('directives:field.follower'), words: series.follower },
        { term: t('fields:field'), words: series.field },
        {
          term: t('directives:field.source'),
          words: series.seesDirective ? (
            <Link to={`/directives/${series.directiveId}`} className="link">
              <SymbolWords symbol={series.symbol} />
            </Link>
          ) : (
            <SymbolWords symbol={series.symbol} />
          ),
        },
        { term: t('directives:field.subject'), words: series.subject },
        { term: t('directives:field.enteredBy'), words: series.enteredBy },
        { term: t('series:field.issuedBy'), words: byOn(series.issuedBy, series.issuedInPlaceOf, series.issuedAt) },
        { term: t('series:field.stoppedBy'), words: byOn(series.stoppedBy, series.stoppedInPlaceOf, series.stoppedAt) },
        { term: t('series:field.stopReason'), words: series.stopReason },
      ]}
    />
  )
}
