import pg from 'pg'
import { application } from './browser.ts'

/** Does the work while the application finds no such table: whatever reads it meets a true fault. */
export async function withoutTable(table: string, work: () => Promise<unknown>): Promise<void> {
  const owner = new pg.Client(application.ownerUrl)
  await owner.connect()
  try {
    await owner.query(`alter table ${table} rename to ${table}_away`)
    await work().finally(() => owner.query(`alter table ${table}_away rename to ${table}`))
  } finally {
    await owner.end()
  }
}
