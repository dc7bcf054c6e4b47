import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns'

/** Days begin and end here, wherever the server stands. */
export const OFFICE_ZONE = 'Asia/Ho_Chi_Minh'

let readClock = (): Date => new Date()

/** This moment. Use cases take it as an argument; routes and jobs ask here. */
export function now(): Date {
  return readClock()
}

/** The day, as YYYY-MM-DD, that the office's calendar shows at a moment. */
export function officeDay(at: Date): string {
  return format(new TZDate(at, OFFICE_ZONE), 'yyyy-MM-dd')
}

/** For tests: stops the clock at a moment, until the returned function lets it run again. */
export function stopClock(at: Date): () => void {
  readClock = () => new Date(at)
  return () => {
    readClock = () => new Date()
  }
}
