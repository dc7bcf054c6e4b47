/** `npm run restore -- <file>`: a backup into an empty installation, which must not be running. */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { onIdleDatabase } from '#app/platform/installation-database.server.ts'
import { restoreBackup } from '#app/backup/restore-backup.server.ts'
import { env } from '#app/platform/env.server.ts'
import { adoptSecret } from '#app/platform/secrets.server.ts'
import { fileStore } from '#app/platform/storage.server.ts'

const archive = process.argv[2]

try {
  if (!archive) throw new Error('Name the backup: npm run restore -- backups/docflow-....tar.gz')
  const path = resolve(archive)
  const { rows, files, missingFiles } = await onIdleDatabase(({ ownerUrl }) =>
    restoreBackup({ ownerUrl, store: fileStore, keepOwnFile, path }),
  )
  const rowCount = Object.values(rows).reduce((sum, count) => sum + count, 0)
  console.log(`Restored ${rowCount} rows and ${files} file contents. Start with npm start.`)
  if (missingFiles.length > 0)
    console.log(`The backup was made without ${missingFiles.length} contents: ${missingFiles.join(' ')}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function keepOwnFile(name: string, content: Buffer): Promise<void> {
  if (name === 'secret') adoptSecret(env.DATA_DIR, content.toString('utf8'))
  if (name === 'demo-password') writeFileSync(join(env.DATA_DIR, name), content, { mode: 0o600 })
}
