import { formatMoment } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { ReadOnlyMode } from './read-only-mode.server.ts'

/** On every page while nothing can be written: why, and until when. */
export function ReadOnlyBanner({ mode }: { mode: ReadOnlyMode | null }) {
  const t = useT()
  if (!mode) return null
  const { reason, until } = mode
  return (
    <div role="note" data-shell className="mb-4 border-l-4 border-danger bg-danger-soft px-3 py-2">
      <strong className="font-semibold">{t('readOnly:banner')}</strong> {`${reason}.`}
      {until && <> {t('readOnly:expectedUntil', { until: formatMoment(until) })}</>}
    </div>
  )
}
