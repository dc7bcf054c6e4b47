import { formatMoment, formatNumber } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { now, officeTime } from '#app/platform/clock.server.ts'
import { db, snapshot, type Transaction } from '#app/platform/db.server.ts'
import { fileStore, type ReceivedContent } from '#app/platform/storage.server.ts'
import type { XlsxCell } from '#app/platform/xlsx-cell.ts'
import { writeXlsx } from '#app/platform/xlsx-write.server.ts'
import { readActor } from '#app/sign-in/read-actor.server.ts'
import { principalsOf } from '#workflows/actor.ts'
import { exportColumns } from './export-columns.ts'
import { filterWords } from './export-filter-words.server.ts'
import { taskLineBatches } from './export-lines.server.ts'
import { keptFilters } from './export-kept-filters.ts'
import { countTasks } from './task-list.server.ts'
import type { TaskQuestion } from './task-matching.server.ts'

/** Far longer than 200,000 lines take. */
const SECONDS = 15 * 60

/**
 * Writes the workbook of an export, with what the person may see at this moment. The list is read as of one moment, a batch at a
 * time, into the file store: at no time is it in memory. Run again, it begins anew; once finished it is left as it is.
 */
export async function writeExport(exportId: string, at: Date): Promise<void> {
  const asked = await db.taskExport.findUnique({ where: { id: exportId } })
  if (!asked || asked.finishedAt) return
  const actor = await readActor({ personId: asked.personId, at })
  const filters = keptFilters(asked.filters)
  const question: TaskQuestion = { filters, principals: actor ? principalsOf(actor) : [], ...officeTime(at) }
  const t = translateFor(isLocale(asked.locale) ? asked.locale : 'vi')
  const words = await filterWords(filters, t)

  const content = await snapshot('writeExport', (tx) => writeWorkbook(tx, { exportId, question, words, t, at }), {
    seconds: SECONDS,
  })
  await fileStore.keep(content)
  await db.taskExport.updateMany({
    where: { id: exportId, finishedAt: null },
    data: { sha256: content.sha256, bytes: content.bytes, finishedAt: at, movedAt: now() },
  })
}

interface Workbook {
  exportId: string
  question: TaskQuestion
  /** The filters in words. */
  words: string
  t: Translate
  at: Date
}

async function writeWorkbook(tx: Transaction, workbook: Workbook): Promise<ReceivedContent> {
  const { exportId, question, words, t, at } = workbook
  const total = await countTasks(question, tx)
  await tellProgress(exportId, { total, written: 0 })
  const columns = exportColumns(t)
  const sheet = {
    name: t('taskExports:sheet'),
    above: [
      t('taskExports:title'),
      words,
      t('taskExports:asOf', { moment: formatMoment(at), total: formatNumber(total) }),
    ],
    columns,
    rows: cellsOf(tx, workbook, columns),
  }
  return fileStore.receive(writeXlsx([sheet]))
}

async function* cellsOf(
  tx: Transaction,
  { exportId, question }: Workbook,
  columns: ReturnType<typeof exportColumns>,
): AsyncGenerator<XlsxCell[]> {
  let written = 0
  for await (const lines of taskLineBatches(question, tx)) {
    for (const line of lines) {
      written += 1
      yield columns.map(({ cell }) => cell(line, written))
    }
    await tellProgress(exportId, { written })
  }
}

/** Beside the snapshot, so that the page which waits sees it at once. */
async function tellProgress(exportId: string, progress: { total?: number; written: number }): Promise<void> {
  await db.taskExport.updateMany({ where: { id: exportId, finishedAt: null }, data: { ...progress, movedAt: now() } })
}
