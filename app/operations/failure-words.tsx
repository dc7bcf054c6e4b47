import { useT } from '#app/i18n/use-t.ts'
import type { StuckReason } from './stuck-rows.server.ts'

/** The kind of a failure as a sentence, and the error's name for whoever searches the log. */
export function FailureWords({ reason, errorName }: { reason: StuckReason; errorName: string | null }) {
  const t = useT()
  return (
    <>
      {t(`operations:reason.${reason}`)}
      {errorName && <span className="block font-mono text-sm text-muted">{errorName}</span>}
    </>
  )
}
