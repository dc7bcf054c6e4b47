/**
 * `node scripts/with-database.ts <script> ...`: runs a script that works as the application, on the database of this installation.
 * `--if-any` before the script runs it without a database where nothing is installed yet.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { isInstalled, onDatabase } from '#app/platform/installation-database.server.ts'

const words = process.argv.slice(2)
const needsNone = words[0] === '--if-any'
const script = needsNone ? words.slice(1) : words

try {
  process.exitCode =
    needsNone && !isInstalled()
      ? await run({})
      : await onDatabase(({ applicationUrl }) => run({ DATABASE_URL: applicationUrl }))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function run(database: { DATABASE_URL?: string }): Promise<number> {
  const child = spawn(process.execPath, script, { env: { ...process.env, ...database }, stdio: 'inherit' })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code ?? 1
}
