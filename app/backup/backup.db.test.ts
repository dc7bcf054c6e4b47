import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { seed } from '#prisma/seed.ts'
import { OWNER_LOGIN } from '#app/platform/database-roles.server.ts'
import { db } from '#app/platform/db.server.ts'
import { createFileStore } from '#app/platform/storage.server.ts'
import { makeBackup } from './make-backup.server.ts'
import { restoreBackup } from './restore-backup.server.ts'

const at = new Date('2026-11-22T01:00:00Z')
const ownerUrl = process.env.DATABASE_OWNER_URL ?? ''
const folder = mkdtempSync(join(tmpdir(), 'docflow-backup-'))
const store = createFileStore(join(folder, 'store'))
const path = join(folder, 'backup.tar.gz')
const contents = [Buffer.from('Kết luận của Bộ trưởng, Chủ nhiệm'), randomBytes(3_000_000)]
const emptyDatabases: string[] = []

beforeAll(async () => {
  await seed({ demo: true })
  for (const content of contents) await addFile(content)
  await makeBackup({ ownerUrl, store, path, at, ownFiles: { secret: Buffer.from('what signs the sessions') } })
})

afterAll(async () => {
  for (const name of emptyDatabases) await asSuperuser(`DROP DATABASE ${name} WITH (FORCE)`)
  rmSync(folder, { recursive: true, force: true })
})

test('everything comes back: rows, contents and what makes the installation the same one', async () => {
  const restored = await emptyDatabase()
  const restoredStore = createFileStore(join(folder, 'restored'))
  const kept: Record<string, string> = {}
  const sums = await restoreBackup({
    ownerUrl: restored,
    store: restoredStore,
    path,
    keepOwnFile: async (name, content) => void (kept[name] = content.toString()),
  })
  expect(sums).toMatchObject({ files: 2, missingFiles: [] })
  expect(sums.rows.person).toBeGreaterThan(10)
  expect(await fingerprints(restored)).toEqual(await fingerprints(ownerUrl))
  for (const content of contents) expect(await restoredStore.verify(sha256(content))).toBe(true)
  expect(kept).toEqual({ secret: 'what signs the sessions' })
})

test('only its owner may read the archive', () => {
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('a database with rows is left alone', async () => {
  await expect(restoreBackup({ ownerUrl, store, path, keepOwnFile: async () => undefined })).rejects.toThrow(
    'is not empty',
  )
})

test('an archive cut short leaves the database empty', async () => {
  const short = join(folder, 'short.tar.gz')
  await makeBackup({ ownerUrl, store, path: short, at, ownFiles: {} })
  truncateSync(short, statSync(short).size - 2_000_000)
  const target = await emptyDatabase()
  await expect(
    restoreBackup({
      ownerUrl: target,
      store: createFileStore(join(folder, 'cut')),
      path: short,
      keepOwnFile: async () => undefined,
    }),
  ).rejects.toThrow()
  const counts = Object.values(await fingerprints(target)).map(({ rows }) => rows)
  expect(counts.every((rows) => rows === '0')).toBe(true)
})

test('a content the store has lost is told, and does not stop the backup', async () => {
  const lost = createFileStore(join(folder, 'lost'))
  const sums = await makeBackup({ ownerUrl, store: lost, path: join(folder, 'lost.tar.gz'), at, ownFiles: {} })
  expect(sums.missingFiles.sort()).toEqual(contents.map(sha256).sort())
})

async function addFile(content: Buffer): Promise<void> {
  const received = await store.receive(Readable.from([content]))
  await store.keep(received)
  const person = await db.person.findFirstOrThrow()
  const directive = await db.directive.create({
    data: {
      id: newId(),
      organId: person.organId,
      sourceKind: 'MEETING',
      issuingOrgan: 'Ủy ban Dân tộc',
      subject: 'Giao ban tuần',
      searchText: 'giao ban tuan',
      enteredById: person.id,
      createdAt: at,
    },
  })
  await db.file.create({
    data: {
      directiveId: directive.id,
      name: 'kết luận.txt',
      versions: {
        create: {
          number: 1,
          sha256: received.sha256,
          bytes: received.bytes,
          mediaType: 'text/plain',
          addedById: person.id,
        },
      },
    },
  })
}

async function emptyDatabase(): Promise<string> {
  const name = `restored_${randomBytes(8).toString('hex')}`
  await asSuperuser(`CREATE DATABASE ${name} OWNER ${OWNER_LOGIN}`)
  emptyDatabases.push(name)
  return inject('cluster').ownerUrl + name
}

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client(`${inject('cluster').superuserUrl}postgres`)
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** Of each table the number of its rows and a sum over all of them. */
async function fingerprints(url: string): Promise<Record<string, { rows: string; sum: string | null }>> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
  )
  const found: Record<string, { rows: string; sum: string | null }> = {}
  for (const { name } of tables) {
    const { rows } = await client.query<{ rows: string; sum: string | null }>(
      `SELECT count(*) AS rows, md5(string_agg(t::text, '|' ORDER BY t::text COLLATE "C")) AS sum FROM ${name} t`,
    )
    if (rows[0]) found[name] = rows[0]
  }
  await client.end()
  return found
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
