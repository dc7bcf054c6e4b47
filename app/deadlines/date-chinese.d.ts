/** The package has types that its own list of exports hides; this is what we use of it. */
declare module 'date-chinese' {
  export interface GregorianDate {
    year: number
    month: number
    day: number
  }

  export class CalendarVietnamese {
    /** Cycle of sixty years, year of the cycle, month, whether it is a leap month, day. */
    get(): number[]
    set(cycle: number, year: number, month: number, leap: boolean, day: number): this
    fromGregorian(year: number, month: number, day: number): this
    fromJDE(jde: number): this
    toGregorian(): GregorianDate
    /** The Julian ephemeris day on which the lunar year begins that begins in this solar one. */
    newYear(year: number): number
  }
}
