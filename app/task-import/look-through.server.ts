import { buffer } from 'node:stream/consumers'
import { mayEnterDirectives } from '#app/directives/policy.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { db, type Transaction } from '#app/platform/db.server.ts'
import { fileStore } from '#app/platform/storage.server.ts'
import { UnreadableXlsx } from '#app/platform/xlsx-package.server.ts'
import { readXlsx, type XlsxRow } from '#app/platform/xlsx-read.server.ts'
import { readActor } from '#app/sign-in/read-actor.server.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import { fingerprintOf, readAlreadyThere, type AlreadyThere } from './already-there.server.ts'
import { checkRows, sourceKeyOf, type GoodRow } from './check-rows.ts'
import type { Findings } from './findings.ts'
import { readKnownOffice } from './known-office.server.ts'
import { nameColumns, type Fault } from './name-columns.ts'

/** More tasks than an office gives in a year. */
const MOST_ROWS = 10_000
const MOST_COLUMNS = 60
/** As many as a person would read. */
const FAULTS_SHOWN = 500
const DIRECTIVES_SHOWN = 200
const ROWS_SHOWN = 500

/** The job that looks a workbook through, and keeps what it found for the page. Run again, it finds the same. */
export async function lookThrough(importId: string, at: Date): Promise<void> {
  const asked = await db.taskImport.findUnique({ where: { id: importId } })
  if (!asked || asked.findings !== null) return
  const actor = await readActor({ personId: asked.personId, at })
  const read = await readImport(db, { sha256: asked.sha256, by: actor, at })
  await db.taskImport.updateMany({
    where: { id: importId, takenAt: null },
    data: { findings: { ...findingsOf(read) }, total: read.fresh.length, movedAt: at },
  })
}

export interface ReadImport {
  faults: Fault[]
  /** Rows that are not there yet, by source. */
  fresh: GoodRow[]
  /** Rows that are. */
  known: GoodRow[]
  there: AlreadyThere
}

/** Reads a workbook and sorts its rows: faults, what is there already, and what would be made. */
export async function readImport(
  tx: Transaction,
  { sha256, by, at }: { sha256: string; by: Actor | null; at: Date },
): Promise<ReadImport> {
  const nothing = { fresh: [], known: [], there: { tasks: new Set<string>(), directives: new Map() } }
  if (!by || !mayEnterDirectives(by)) return { ...nothing, faults: [wholeFile('notEntering')] }
  const rows = await rowsOf(sha256)
  if ('code' in rows) return { ...nothing, faults: [rows] }
  const today = officeDay(at)
  const office = await readKnownOffice(tx, by.organId, today)
  const { good, faults } = checkRows(nameColumns(rows), { office, by, today })
  const there = await readAlreadyThere(tx, { rows: good, organId: by.organId, principals: principalsOf(by) })
  const isThere = (row: GoodRow) => there.tasks.has(fingerprintOf(row))
  return { faults, there, known: good.filter(isThere), fresh: good.filter((row) => !isThere(row)) }
}

async function rowsOf(sha256: string): Promise<XlsxRow[] | Fault> {
  // A workbook may be ten megabytes at most; unpacked it is read as it comes.
  const content = await buffer(fileStore.read(sha256))
  try {
    return await readXlsx(content, { mostRows: MOST_ROWS, mostColumns: MOST_COLUMNS })
  } catch (error) {
    if (error instanceof UnreadableXlsx) return wholeFile(error.fault, { most: error.most })
    throw error
  }
}

function wholeFile(code: string, values: Fault['values'] = {}): Fault {
  return { row: 1, column: null, code, values }
}

/** What the page shows, cut to what a person would read. */
export function findingsOf({ faults, fresh, known, there }: ReadImport): Findings {
  const bySource = Map.groupBy(fresh, ({ source }) => sourceKeyOf(source))
  const directives = [...bySource].map(([key, rows]) => ({
    symbol: rows[0]!.source.symbol,
    signedOn: rows[0]!.source.signedOn,
    subject: rows[0]!.source.subject,
    tasks: rows.length,
    isThere: there.directives.has(key),
  }))
  return {
    faults: faults.slice(0, FAULTS_SHOWN),
    faultCount: faults.length,
    faultyRows: new Set(faults.map(({ row }) => row)).size,
    freshCount: fresh.length,
    knownRows: known.slice(0, ROWS_SHOWN).map(({ row }) => row),
    knownCount: known.length,
    directives: directives.slice(0, DIRECTIVES_SHOWN),
    directiveCount: directives.length,
  }
}
