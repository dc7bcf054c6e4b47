/** Of an office that begins to remind, with years of work overdue; the next, which finds all told; and of an ordinary morning. */
export const sweeps = ['first', 'next', 'ordinary'] as const
export type Sweep = (typeof sweeps)[number]

export interface SweepReport {
  sweep: Sweep
  /** Open obligations with a due day. */
  openDeadlines: number
  told: number
  notices: number
  seconds: number
  /** MiB resident at most, of the whole process. */
  peakMiB: number
}
