import type { ReactNode } from 'react'

/**
 * What a state is to its reader; the word says which state it is.
 * resting: nothing goes on (draft, revoked) · moving: work goes on · waiting: somebody's decision is due ·
 * done: ended well · soon: a limit is near · late: a limit has passed
 */
export type Tone = 'resting' | 'moving' | 'waiting' | 'done' | 'soon' | 'late'

/** Each tone has a shape of its own (status-word.css): the colour only repeats what word and shape already say. */
export function StatusWord({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`status ${tone}`}>{children}</span>
}
