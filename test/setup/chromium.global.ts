import { existsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { missing } from './missing.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser's program. */
    chromium: string
  }
}

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** Finds the browser: the one CHROMIUM names, or one the system has. */
export default function findChromium(project: TestProject): void {
  const path = [process.env.CHROMIUM, ...PLACES].find((place) => place && existsSync(place))
  if (!path) {
    missing(
      'The browser tests need a Chromium: install chromium (Debian: apt-get install chromium) or name its program in CHROMIUM.',
    )
  }
  project.provide('chromium', path)
}
