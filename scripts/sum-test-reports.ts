/** The end of `.ci/run`: one line over all suites. Fails when a suite is missing, empty or has a failure. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Report {
  numPassedTests: number
  numFailedTests: number
  numFailedTestSuites: number
}

const [folder = '.', ...suites] = process.argv.slice(2)
const reports = suites.map((suite) => ({ suite, report: readReport(suite) }))

for (const { suite, report } of reports) {
  if (!report || report.numPassedTests + report.numFailedTests === 0) console.error(`The suite ${suite} was left out.`)
  // A file that could not be loaded has no tests to fail.
  else if (report.numFailedTestSuites > 0) console.error(`The suite ${suite} failed.`)
}
const passed = sum(({ numPassedTests }) => numPassedTests)
const failed = sum(({ numFailedTests }) => numFailedTests)
console.log(`${passed} passed, ${failed} failed`)
if (reports.some(({ report }) => !report || report.numPassedTests === 0 || report.numFailedTestSuites > 0))
  process.exitCode = 1

function readReport(suite: string): Report | undefined {
  const file = join(folder, `${suite.replaceAll(':', '-')}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined
}

function sum(count: (report: Report) => number): number {
  return reports.reduce((total, { report }) => total + (report ? count(report) : 0), 0)
}
