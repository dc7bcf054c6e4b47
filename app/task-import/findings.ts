import type { Day } from '#workflows/calendar/day.ts'
import type { Fault } from './name-columns.ts'

/** What looking a workbook through found, as it is kept for the page. A type and no interface, so that it may lie in a column of JSON. */
export type Findings = {
  /** The first of them, by row and column. */
  faults: Fault[]
  faultCount: number
  faultyRows: number
  /** Tasks that would be made. */
  freshCount: number
  /** Rows whose task is there already; the first of them. */
  knownRows: number[]
  knownCount: number
  directives: {
    symbol: string | null
    signedOn: Day | null
    subject: string
    tasks: number
    /** The tasks are added to a directive that is there. */
    isThere: boolean
  }[]
  directiveCount: number
}

/** Whether every fault found now was found then, and told or counted: a fault beyond those told is known by their number alone. */
export function faultsAreAmong(now: Findings, then: Findings): boolean {
  const known = new Set(then.faults.map(placeOf))
  const isToldWhole = then.faultCount === then.faults.length
  return now.faultCount <= then.faultCount && (!isToldWhole || now.faults.every((fault) => known.has(placeOf(fault))))
}

function placeOf({ row, column, code }: Fault): string {
  return [row, column, code].join(' ')
}
