import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One clock for the processes of a test, which the test moves: days pass in seconds, and nothing in the product knows. */
export interface OfficeClock {
  /** How a process is started that goes by it. */
  processOptions: { execArgv: string[] }
  /** From this moment on it goes as the real one does. */
  moveTo(moment: Date): void
}

export function officeClock(folder: string, moment: Date): OfficeClock {
  const file = join(folder, 'clock')
  const moveTo = (to: Date): void => {
    // Put in place whole: a process that reads an empty file would be back in its own time.
    writeFileSync(`${file}.next`, String(to.getTime() - Date.now()))
    renameSync(`${file}.next`, file)
  }
  moveTo(moment)
  const loaded = new URL('./moved-clock.ts', import.meta.url)
  loaded.searchParams.set('file', file)
  return { processOptions: { execArgv: ['--import', loaded.href] }, moveTo }
}

/** An hour of a day of the office, such as 09:00. */
export function officeMoment(day: string, hour: string): Date {
  return new Date(`${day}T${hour}:00+07:00`)
}
