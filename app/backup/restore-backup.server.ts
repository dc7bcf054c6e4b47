import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { migrate, migrationNames } from '#app/platform/migrate.server.ts'
import type { FileStore } from '#app/platform/storage.server.ts'
import { type ArchiveEntry, readArchive, readWhole } from './archive.server.ts'
import {
  FILES,
  MANIFEST,
  type Manifest,
  manifestSchema,
  OWN_FILES,
  type Sums,
  SUMS,
  sumsSchema,
  TABLES,
} from './manifest.ts'
import { copyTarget, countRows, type Table } from './tables.server.ts'

interface BackupToRestore {
  /** An empty database, as its owner. */
  ownerUrl: string
  store: FileStore
  /** Takes the small files that make the installation the same one. */
  keepOwnFile: (name: string, content: Buffer) => Promise<void>
  path: string
}

/** Why a backup was not restored, in a sentence. Nothing of it is in the database then. */
class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused'
}

/**
 * Brings a backup into an empty database and an empty store. The tables are first brought to where they stood when it was made, then
 * filled in one transaction, counted, and then brought up to date.
 */
export async function restoreBackup({ ownerUrl, store, keepOwnFile, path }: BackupToRestore): Promise<Sums> {
  const manifest = await readManifest(path)
  await refuseNewer(manifest)
  await migrate(ownerUrl, manifest.migrations)
  const client = new pg.Client(ownerUrl)
  await client.connect()
  let sums: Sums
  try {
    await client.query('BEGIN')
    await refuseFilled(client, manifest.tables)
    sums = await load({ client, manifest, store, keepOwnFile, path })
    await compare(client, manifest.tables, sums)
    // What was on its way out when the backup was made has no queue any more, and is handed out anew.
    await client.query('UPDATE outbox_message SET handed_at = NULL WHERE done_at IS NULL')
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
  await migrate(ownerUrl)
  return sums
}

async function readManifest(path: string): Promise<Manifest> {
  for await (const { name, content } of readArchive(path)) {
    const parsed = name === MANIFEST ? manifestSchema.safeParse(await parseJson(content)) : undefined
    if (parsed?.success) return parsed.data
    break
  }
  throw new RestoreRefused('This is not a backup that this version can read.')
}

async function refuseNewer({ migrations }: Manifest): Promise<void> {
  const known = new Set(await migrationNames())
  const unknown = migrations.find((name) => !known.has(name))
  if (unknown) throw new RestoreRefused(`The backup was made by a newer version, which has the migration ${unknown}.`)
}

async function refuseFilled(client: pg.Client, tables: Table[]): Promise<void> {
  for (const { name } of tables) {
    const { rowCount } = await client.query(`SELECT FROM ${client.escapeIdentifier(name)} LIMIT 1`)
    if (rowCount)
      throw new RestoreRefused(`The database is not empty (${name} has rows); a backup goes into an empty one only.`)
  }
}

interface Load extends Omit<BackupToRestore, 'ownerUrl'> {
  client: pg.Client
  manifest: Manifest
}

async function load({ client, manifest, store, keepOwnFile, path }: Load): Promise<Sums> {
  const tables = new Map(manifest.tables.map((table) => [table.name, table]))
  let open: { name: string; rows: CopyStreamQuery } | undefined
  let files = 0
  for await (const { name, content } of readArchive(path)) {
    if (name.startsWith(TABLES)) {
      const table = tables.get(name.split('/')[1] ?? '')
      if (!table) throw new RestoreRefused(`The backup holds rows of a table it does not name: ${name}.`)
      if (open?.name !== table.name) {
        await endRows(open?.rows)
        open = { name: table.name, rows: client.query(copyFrom(`COPY ${copyTarget(client, table)} FROM STDIN`)) }
      }
      await writeRows(open.rows, content)
      continue
    }
    await endRows(open?.rows)
    open = undefined
    if (name.startsWith(OWN_FILES)) await keepOwnFile(name.slice(OWN_FILES.length), await readWhole(content))
    else if (name.startsWith(FILES)) {
      await keepContent(store, name.slice(FILES.length), content)
      files += 1
    } else if (name === SUMS) {
      const sums = sumsSchema.parse(await parseJson(content))
      if (sums.files !== files) throw new RestoreRefused(`The backup holds ${files} file contents of ${sums.files}.`)
      return sums
    } else await readWhole(content)
  }
  throw new RestoreRefused('The backup was cut short: its last part is missing.')
}

async function writeRows(rows: CopyStreamQuery, content: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of content) {
    if (!rows.write(chunk)) await once(rows, 'drain')
  }
}

async function endRows(rows: CopyStreamQuery | undefined): Promise<void> {
  if (!rows) return
  rows.end()
  await finished(rows)
}

async function keepContent(store: FileStore, sha256: string, content: ArchiveEntry['content']): Promise<void> {
  const received = await store.receive(content)
  if (received.sha256 !== sha256) {
    await store.discard(received)
    throw new RestoreRefused(`The content ${sha256} in the backup is damaged.`)
  }
  await store.keep(received)
}

async function compare(client: pg.Client, tables: Table[], sums: Sums): Promise<void> {
  for (const table of tables) {
    const count = await countRows(client, table)
    const expected = sums.rows[table.name]
    if (count !== expected)
      throw new RestoreRefused(`The backup should hold ${expected} rows of ${table.name}, and holds ${count}.`)
  }
}

async function parseJson(content: AsyncIterable<Uint8Array>): Promise<unknown> {
  return JSON.parse((await readWhole(content)).toString('utf8'))
}
