import { db } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'
import { fileStore, type FileStore } from '#app/platform/storage.server.ts'

/** Far longer than a form needs from receiving its files to committing the rows that name them. */
const FORGOTTEN_AFTER = 24 * 60 * 60_000

/** Removes content that no file version names: of forms that were refused, and of uploads that broke off. */
export async function sweepFiles(at: Date, store: FileStore = fileStore): Promise<void> {
  const removed = await store.sweep({ olderThan: new Date(at.getTime() - FORGOTTEN_AFTER), isNamed: namedByAVersion })
  if (removed > 0) log.info({ removed }, 'content that no file names was removed')
}

async function namedByAVersion(sha256s: string[]): Promise<Set<string>> {
  const versions = await db.fileVersion.findMany({
    where: { sha256: { in: sha256s } },
    select: { sha256: true },
    distinct: ['sha256'],
  })
  return new Set(versions.map(({ sha256 }) => sha256))
}
