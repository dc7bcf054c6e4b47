import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import type { ObligationKind } from '#workflows/obligations.ts'

/** An open obligation of a person that has a due day. */
export interface OpenDeadline {
  subjectId: string
  kind: ObligationKind
  dueOn: Day
  /** Of flash work. */
  dueHour?: Hour | null
}

/** What a calendar program is told of an obligation. */
export interface Entry extends OpenDeadline {
  /** How often it has changed since it was first told. */
  sequence: number
  changedAt: Date
  /** Settled, or no longer theirs: the event is cancelled. */
  isOver: boolean
}

/** So long what is over is told to be: a program that was off meanwhile still hears of it. */
export const TOLD_AFTER_DAYS = 30

const TOLD_AFTER = TOLD_AFTER_DAYS * 24 * 3_600_000

export interface EntriesNow<Open extends OpenDeadline> {
  /** Those to be told as open, with what is to be said of them. */
  open: (Entry & Open)[]
  over: Entry[]
  /** Of both, what differs from what was told before. */
  changed: Entry[]
  /** Over for so long that nothing more is said. */
  forgotten: Entry[]
}

/** What is to be told now, from what was told before and what is open. Whatever was never told is not told to be over. */
export function entriesNow<Open extends OpenDeadline>(known: Entry[], open: Open[], at: Date): EntriesNow<Open> {
  const before = new Map(known.map((entry) => [entryKey(entry), entry]))
  const told = open.map((deadline) => ({ ...deadline, ...openEntry(deadline, before.get(entryKey(deadline)), at) }))
  const isOpen = new Set(open.map(entryKey))
  const ended = known.filter((entry) => !isOpen.has(entryKey(entry)))
  const over = ended
    .filter(isToldAt(at))
    .map((entry) => (entry.isOver ? entry : changedEntry(entry, { isOver: true }, at)))
  return {
    open: told,
    over,
    changed: [...told, ...over].filter((entry) => before.get(entryKey(entry))?.sequence !== entry.sequence),
    forgotten: ended.filter((entry) => !isToldAt(at)(entry)),
  }
}

export function entryKey({ subjectId, kind }: Pick<Entry, 'subjectId' | 'kind'>): string {
  return `${subjectId}.${kind}`
}

function openEntry(
  { subjectId, kind, dueOn, dueHour = null }: OpenDeadline,
  before: Entry | undefined,
  at: Date,
): Entry {
  if (!before) return { subjectId, kind, dueOn, dueHour, sequence: 0, changedAt: at, isOver: false }
  const isSame = before.dueOn === dueOn && (before.dueHour ?? null) === dueHour && !before.isOver
  return isSame ? before : changedEntry(before, { dueOn, dueHour, isOver: false }, at)
}

function changedEntry(entry: Entry, changes: Partial<Entry>, at: Date): Entry {
  return { ...entry, ...changes, sequence: entry.sequence + 1, changedAt: at }
}

function isToldAt(at: Date): (entry: Entry) => boolean {
  return ({ isOver, changedAt }) => !isOver || at.getTime() - changedAt.getTime() < TOLD_AFTER
}
