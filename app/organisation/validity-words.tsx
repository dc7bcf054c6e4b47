import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { StatusWord, type Tone } from '#app/ui/status-word.tsx'
import type { Validity, ValidityPhase } from './validity.ts'

const TONES: Record<ValidityPhase, Tone> = { future: 'waiting', current: 'done', past: 'resting' }

/** From when to when, and what that means today. */
export function ValidityWords({ validFrom, validTo, phase }: Validity & { phase: ValidityPhase }) {
  const t = useT()
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-3 tabular-nums">
      <span>
        {formatDay(validFrom)} – {validTo ? formatDay(validTo) : t('organisation:noEnd')}
      </span>
      <StatusWord tone={TONES[phase]}>{t(`organisation:phase.${phase}`)}</StatusWord>
    </span>
  )
}
