import { useT } from '#app/i18n/use-t.ts'
import { StatusWord } from '#app/ui/status-word.tsx'
import type { HandoverPhase } from './read-handovers.server.ts'

const tones = { ordered: 'waiting', heldBack: 'late', running: 'moving', done: 'done', calledOff: 'resting' } as const

export function HandoverPhaseWord({ phase }: { phase: HandoverPhase }) {
  const t = useT()
  return <StatusWord tone={tones[phase]}>{t(`handovers:phase.${phase}`)}</StatusWord>
}
