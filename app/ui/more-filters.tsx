import type { ReactNode } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'

/**
 * The filters beside the search. On a phone they wait behind a native disclosure, or one would scroll past all of them to
 * the first row; where there is room the style sheet shows them in line with the rest (`.more-filters` in app.css).
 */
export function MoreFilters({ inUse, children }: { inUse: number; children: ReactNode }) {
  const t = useT()
  return (
    <details className="more-filters">
      <summary>{inUse > 0 ? t('ui:filtersInUse', { inUse: formatNumber(inUse) }) : t('ui:filters')}</summary>
      <div>{children}</div>
    </details>
  )
}
