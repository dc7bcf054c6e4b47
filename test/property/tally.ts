import { cells, eventsOf, type Kind } from './cells.ts'

export interface Tally {
  accepted(kind: Kind, state: string, event: string): void
  refused(kind: Kind, state: string, event: string): void
  /** Cells that were never accepted though they can be, or never refused. */
  empty(): string[]
  /** Cells in which something was accepted that the table does not have. */
  unexpected(): string[]
  total(): { accepted: number; refused: number }
  /** For the eye: a row for each event, a column for each state, "accepted / refused". */
  print(kind: Kind): string
}

/** Counts, for each state × event, how often the event was accepted and refused. */
export function createTally(): Tally {
  const counts = new Map<string, { accepted: number; refused: number }>()
  const at = (kind: Kind, state: string, event: string) => {
    const key = `${kind} ${state} × ${event}`
    if (!counts.has(key)) counts.set(key, { accepted: 0, refused: 0 })
    return counts.get(key)!
  }
  const everyCell = (Object.keys(cells) as Kind[]).flatMap((kind) =>
    Object.keys(cells[kind]).flatMap((state) => eventsOf(kind).map((event) => ({ kind, state, event }))),
  )
  const canBeAccepted = (kind: Kind, state: string, event: string) => cells[kind][state]?.includes(event)
  return {
    accepted: (kind, state, event) => void (at(kind, state, event).accepted += 1),
    refused: (kind, state, event) => void (at(kind, state, event).refused += 1),
    empty: () =>
      everyCell.flatMap(({ kind, state, event }) => {
        const { accepted, refused } = at(kind, state, event)
        const missing = [
          ...(canBeAccepted(kind, state, event) && accepted === 0 ? ['never accepted'] : []),
          ...(refused === 0 ? ['never refused'] : []),
        ]
        return missing.map((what) => `${kind} ${state} × ${event}: ${what}`)
      }),
    unexpected: () =>
      everyCell
        .filter(({ kind, state, event }) => at(kind, state, event).accepted > 0 && !canBeAccepted(kind, state, event))
        .map(({ kind, state, event }) => `${kind} ${state} × ${event}`),
    total: () => {
      const all = [...counts.values()]
      const sum = (which: 'accepted' | 'refused') => all.reduce((total, count) => total + count[which], 0)
      return { accepted: sum('accepted'), refused: sum('refused') }
    },
    print(kind) {
      const states = Object.keys(cells[kind])
      const rows = eventsOf(kind).map((event) => [
        event,
        ...states.map((state) => {
          const { accepted, refused } = at(kind, state, event)
          return `${canBeAccepted(kind, state, event) ? accepted : '–'} / ${refused}`
        }),
      ])
      const table = [[kind, ...states], ...rows]
      const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
      return table.map((row) => row.map((text, column) => text.padEnd(widths[column]!)).join('  ')).join('\n')
    },
  }
}
