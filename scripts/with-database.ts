/** `node scripts/with-database.ts <script> ...`: runs a script that works as the application, on the database of this installation. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onDatabase } from '#app/platform/installation-database.server.ts'

try {
  process.exitCode = await onDatabase(async ({ applicationUrl }) => {
    const env = { ...process.env, DATABASE_URL: applicationUrl }
    const child = spawn(process.execPath, process.argv.slice(2), { env, stdio: 'inherit' })
    const [code] = (await once(child, 'exit')) as [number | null]
    return code ?? 1
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
