import { useT } from '#app/i18n/use-t.ts'
import { LinkButton } from '#app/ui/button.tsx'
import type { SeriesRow } from './list-series.server.ts'
import { SeriesTable } from './series-table.tsx'

interface DirectiveSeriesProps {
  directiveId: string
  rows: SeriesRow[]
  mayEnter: boolean
}

/** The recurring duties under a directive, on its page. */
export function DirectiveSeries({ directiveId, rows, mayEnter }: DirectiveSeriesProps) {
  const t = useT()
  if (rows.length === 0 && !mayEnter) return null
  return (
    <section aria-labelledby="series-heading" className="mt-6">
      <h2 id="series-heading" className="mb-2 text-lg font-semibold">
        {t('series:heading')}
      </h2>
      {rows.length > 0 && <SeriesTable rows={rows} withSource={false} />}
      {mayEnter && (
        <p className="mt-3">
          <LinkButton to={`/directives/${directiveId}/series/new`}>{t('series:new')}</LinkButton>
        </p>
      )}
    </section>
  )
}
