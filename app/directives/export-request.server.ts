import { v7 as newId } from 'uuid'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { DownloadedFile } from '#app/files/download-file.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { enqueue } from '#app/outbox/enqueue.server.ts'
import { officeDay, officeTime } from '#app/platform/clock.server.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { fileStore } from '#app/platform/storage.server.ts'
import type { Actor, Principal } from '#workflows/actor.ts'
import { filtersForTheLog } from './export-audit.ts'
import { keptFilters } from './export-kept-filters.ts'
import type { TaskFilters } from './task-filters.ts'
import { countTasks } from './task-list.server.ts'

const MINUTE = 60_000
/** The file store forgets, after as long, what no file version names. */
const KEPT_FOR = 24 * 60 * MINUTE
/** No batch takes so long; whoever waits longer is told that something is the matter. */
const STUCK_AFTER = 2 * MINUTE

interface AskForExport {
  filters: TaskFilters
  by: Actor
  locale: Locale
  address: string | null
  at: Date
}

/**
 * Asks for the filtered list as a workbook, which a job then writes; that it was asked for is recorded. Asked again while the
 * first is being written, it names that one.
 */
export function askForExport(asked: AskForExport): Promise<{ exportId: string }> {
  const { filters, by, locale, address, at } = asked
  return transaction('askForExport', async (tx) => {
    const running = await tx.taskExport.findFirst({
      where: {
        personId: by.personId,
        filters: { equals: filters },
        locale,
        finishedAt: null,
        movedAt: { gt: new Date(at.getTime() - STUCK_AFTER) },
      },
    })
    if (running) return { exportId: running.id }
    const exportId = newId()
    await tx.taskExport.create({
      data: { id: exportId, personId: by.personId, filters, locale, askedAt: at, movedAt: at },
    })
    await recordAudit(tx, {
      organId: by.organId,
      actorId: by.personId,
      kind: 'listExported',
      details: { list: 'tasks', format: 'xlsx', ...filtersForTheLog(filters) },
      address,
      at,
    })
    await enqueue(tx, { job: 'taskExport.write', payload: { exportId }, at })
    return { exportId }
  })
}

/** How many lines the file would have. */
export function countExport(filters: TaskFilters, principals: Principal[], at: Date): Promise<number> {
  return countTasks({ filters, principals, ...officeTime(at) }, db)
}

export interface ShownExport {
  id: string
  filters: TaskFilters
  askedAt: Date
  total: number | null
  written: number
  bytes: number | null
  state: 'running' | 'stuck' | 'ready'
}

interface OwnExport {
  exportId: string
  personId: string
  at: Date
}

/** How far an export is. @throws NotFound when it is not there, of somebody else, or has passed */
export async function readExport({ exportId, personId, at }: OwnExport): Promise<ShownExport> {
  const row = await db.taskExport.findFirst({
    where: { id: exportId, personId, askedAt: { gt: new Date(at.getTime() - KEPT_FOR) } },
  })
  if (!row) throw new NotFound()
  const { askedAt, movedAt, finishedAt, total, written, bytes } = row
  const isStuck = at.getTime() - movedAt.getTime() > STUCK_AFTER
  const state = finishedAt ? 'ready' : isStuck ? 'stuck' : 'running'
  return { id: exportId, filters: keptFilters(row.filters), askedAt, total, written, bytes, state }
}

/** The file, for whoever asked for it and nobody else; that it was taken is recorded. @throws NotFound as `readExport` */
export async function downloadExport(
  own: OwnExport & { organId: string; address: string | null },
): Promise<DownloadedFile> {
  const { exportId, personId, organId, address, at } = own
  const row = await db.taskExport.findFirst({
    where: { id: exportId, personId, finishedAt: { gt: new Date(at.getTime() - KEPT_FOR) } },
  })
  if (!row?.sha256 || row.bytes === null) throw new NotFound()
  const { sha256, bytes } = row
  await recordAudit(db, { organId, actorId: personId, kind: 'fileDownloaded', details: { exportId }, address, at })
  return {
    name: `nhiem-vu-${officeDay(row.askedAt)}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
    sha256,
    rootId: null,
    stepSubjectId: null,
    content: (signal) => fileStore.read(sha256, signal),
  }
}

/** Rows about files that are no longer there. */
export async function removePassedExports(at: Date): Promise<void> {
  await db.taskExport.deleteMany({ where: { askedAt: { lt: new Date(at.getTime() - 2 * KEPT_FOR) } } })
}
