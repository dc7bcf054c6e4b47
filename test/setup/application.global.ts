import type { TestProject } from 'vitest/node'
import { startApplication } from './start-application.ts'

export interface RunningApplication {
  /** Where a browser finds it: http://127.0.0.1:41234 */
  address: string
  /** The one password of all demo accounts. */
  password: string
  /** Its database, as the owner of the tables. */
  ownerUrl: string
  /** The same as the application goes into it. */
  applicationUrl: string
}

declare module 'vitest' {
  interface ProvidedContext {
    application: RunningApplication
  }
}

/** The application all browser tests of a run share. */
export default async function startSharedApplication(project: TestProject): Promise<() => Promise<void>> {
  const { application, stop } = await startApplication()
  project.provide('application', application)
  return stop
}
