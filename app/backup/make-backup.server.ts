import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { FileStore } from '#app/platform/storage.server.ts'
import { type ArchiveWriter, writeArchive } from './archive.server.ts'
import { FILES, MANIFEST, type Manifest, OWN_FILES, type Sums, SUMS, TABLES } from './manifest.ts'
import { copyTarget, type Table, tablesInOrder } from './tables.server.ts'

interface BackupToMake {
  /** The database, as its owner. */
  ownerUrl: string
  store: FileStore
  /** Small files that make the installation the same one, by name. */
  ownFiles: Record<string, Buffer>
  /** Where the archive is to lie. */
  path: string
  at: Date
}

/** The rows of a table are cut so that no more than this is held at once. */
const PART_BYTES = 4 * 1024 * 1024
const FILES_AT_ONCE = 1000

/**
 * Writes everything into one archive while the application runs on: the tables as of one moment, then the content of every file
 * they name. (Content is stored before the row that names it, and is never changed.) A content that is missing or damaged is
 * left out and told.
 */
export async function makeBackup({ ownerUrl, store, ownFiles, path, at }: BackupToMake): Promise<Sums> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  const archive = writeArchive(path)
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const tables = await tablesInOrder(client)
    await addJson(archive, MANIFEST, await describe(client, tables, at))
    for (const [name, content] of Object.entries(ownFiles)) await archive.add(OWN_FILES + name, content.length, content)
    const rows: Record<string, number> = {}
    for (const table of tables) rows[table.name] = await addTable(archive, client, table)
    const sums: Sums = { rows, ...(await addFiles(archive, client, store)) }
    await addJson(archive, SUMS, sums)
    await archive.close()
    return sums
  } catch (error) {
    await archive.discard()
    throw error
  } finally {
    await client.end()
  }
}

async function describe(client: pg.Client, tables: Table[], at: Date): Promise<Manifest> {
  const { rows: versions } = await client.query<{ version: string }>(
    "SELECT current_setting('server_version') AS version",
  )
  const { rows: migrations } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  )
  return {
    format: 1,
    madeAt: at.toISOString(),
    postgresVersion: versions[0]?.version ?? '',
    migrations: migrations.map(({ name }) => name),
    tables,
  }
}

/** Answers with the number of rows. */
async function addTable(archive: ArchiveWriter, client: pg.Client, table: Table): Promise<number> {
  const rows = client.query(copyTo(`COPY ${copyTarget(client, table)} TO STDOUT`))
  let part = 0
  let held: Buffer[] = []
  let heldBytes = 0
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    held.push(chunk)
    heldBytes += chunk.length
    if (heldBytes >= PART_BYTES) await flush()
  }
  if (heldBytes > 0) await flush()
  return rows.rowCount

  async function flush(): Promise<void> {
    await archive.add(`${TABLES}${table.name}/${part}`, heldBytes, Buffer.concat(held))
    part += 1
    held = []
    heldBytes = 0
  }
}

async function addFiles(
  archive: ArchiveWriter,
  client: pg.Client,
  store: FileStore,
): Promise<Pick<Sums, 'files' | 'missingFiles'>> {
  let files = 0
  const missingFiles: string[] = []
  for await (const { sha256, bytes } of namedContents(client)) {
    // Read twice: an archive entry that turns out wrong half way cannot be taken back.
    if (await store.verify(sha256)) {
      await archive.add(FILES + sha256, bytes, store.read(sha256))
      files += 1
    } else {
      missingFiles.push(sha256)
    }
  }
  return { files, missingFiles }
}

/** Page by page, in the order of the sums. */
async function* namedContents(client: pg.Client): AsyncGenerator<{ sha256: string; bytes: number }> {
  for (let last = ''; ;) {
    const { rows } = await client.query<{ sha256: string; bytes: string }>(
      'SELECT sha256, min(bytes) AS bytes FROM file_version WHERE sha256 > $1 GROUP BY sha256 ORDER BY sha256 LIMIT $2',
      [last, FILES_AT_ONCE],
    )
    for (const { sha256, bytes } of rows) yield { sha256, bytes: Number(bytes) }
    const end = rows.at(-1)
    if (!end) return
    last = end.sha256
  }
}

async function addJson(archive: ArchiveWriter, name: string, value: Manifest | Sums): Promise<void> {
  const content = Buffer.from(JSON.stringify(value, null, 2))
  await archive.add(name, content.length, content)
}
