/** `npm run backup [-- file]`: everything of this installation into one archive, while it runs or not. */
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { makeBackup } from '#app/backup/make-backup.server.ts'
import { onDatabase } from '#app/platform/installation-database.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { env } from '#app/platform/env.server.ts'
import { readSecrets } from '#app/platform/secrets.server.ts'
import { fileStore } from '#app/platform/storage.server.ts'

const at = now()
const path = resolve(
  process.argv[2] ?? join('backups', `docflow-${at.toISOString().slice(0, 19).replaceAll(':', '')}.tar.gz`),
)

try {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const { rows, files, missingFiles } = await onDatabase(({ ownerUrl }) =>
    makeBackup({ ownerUrl, store: fileStore, ownFiles: ownFiles(), path, at }),
  )
  const rowCount = Object.values(rows).reduce((sum, count) => sum + count, 0)
  console.log(`${path}: ${rowCount} rows, ${files} file contents, ${statSync(path).size} bytes.`)
  if (missingFiles.length > 0) {
    console.error(
      `${missingFiles.length} file contents are missing or damaged in the store, and so in the backup: ${missingFiles.join(' ')}`,
    )
    process.exitCode = 1
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function ownFiles(): Record<string, Buffer> {
  const secrets = readSecrets(env.DATA_DIR)
  const demoPassword = join(env.DATA_DIR, 'demo-password')
  return {
    ...(secrets ? { secret: Buffer.from(secrets.secret) } : {}),
    ...(existsSync(demoPassword) ? { 'demo-password': readFileSync(demoPassword) } : {}),
  }
}
