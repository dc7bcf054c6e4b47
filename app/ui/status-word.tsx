import type { ReactNode } from 'react'

/**
 * What a state is to its reader; the word says which state it is.
 * resting: nothing goes on (draft, revoked) · moving: work goes on · waiting: somebody's decision is due ·
 * done: ended well · soon: a limit is near · late: a limit has passed
 */
export type Tone = 'resting' | 'moving' | 'waiting' | 'done' | 'soon' | 'late'

const COLOURS: Record<Tone, string> = {
  resting: 'text-muted',
  moving: 'text-accent',
  waiting: 'text-warning',
  done: 'text-success',
  soon: 'text-warning',
  late: 'text-danger',
}

/** Each tone has a shape of its own: the colour only repeats what word and shape already say. */
const SHAPES: Record<Tone, ReactNode> = {
  resting: <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  moving: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" />
    </>
  ),
  waiting: <path d="M2 1.5h8L6 6l4 4.5H2L6 6z" fill="currentColor" />,
  done: <path d="m1.5 6.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" />,
  soon: <path d="M6 1 11 6 6 11 1 6z" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  late: <path d="M6 .75 11.75 11H.25z" fill="currentColor" />,
}

export function StatusWord({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`inline-flex items-baseline gap-1.5 font-medium md:whitespace-nowrap ${COLOURS[tone]}`}>
      <svg viewBox="0 0 12 12" className="size-3 shrink-0 translate-y-px" aria-hidden="true">
        {SHAPES[tone]}
      </svg>
      <span>{children}</span>
    </span>
  )
}
