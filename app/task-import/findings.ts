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
