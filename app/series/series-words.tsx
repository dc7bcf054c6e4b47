import { useT } from '#app/i18n/use-t.ts'
import { StatusWord, type Tone } from '#app/ui/status-word.tsx'
import type { Series, SeriesState } from './series.ts'

const tones: Record<SeriesState, Tone> = { draft: 'resting', running: 'moving', over: 'done', stopped: 'resting' }

/** How a series stands; what cannot go on as it is says so instead. */
export function SeriesStateWord({ series: { state, obstacle } }: { series: Pick<Series, 'state' | 'obstacle'> }) {
  const t = useT()
  if (state === 'running' && obstacle) return <StatusWord tone="late">{t('series:state.stuck')}</StatusWord>
  return <StatusWord tone={tones[state]}>{t(`series:state.${state}`)}</StatusWord>
}
