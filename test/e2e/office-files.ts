/** What stands in the files the product gives, read by means that are not the product's. */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { Locator } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import yauzl from 'yauzl'
import { press } from './browser.ts'

/** Presses a link that gives a file. */
export async function download(link: Locator): Promise<Buffer> {
  const [file] = await Promise.all([link.page().waitForEvent('download'), press(link)])
  return readFile(await file.path())
}

/** The cells of a sheet of a workbook, by its number from 1. */
export async function sheetIn(workbook: Buffer, sheet: number): Promise<string[][]> {
  const rows = await readSheet(workbook, sheet)
  return rows.map((cells) => cells.map((cell) => (cell === null ? '' : String(cell))))
}

/** The cells of every table of a Word file. */
export async function tablesIn(document: Buffer): Promise<string[][][]> {
  const xml = await partOf(document, 'word/document.xml')
  return elements(xml, 'tbl').map((table) =>
    elements(table, 'tr').map((row) => elements(row, 'tc').map((cell) => elements(cell, 't').join(''))),
  )
}

/** None of ours lies in another of its kind. */
function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<w:${name}(?: [^>]*)?>(.*?)</w:${name}>`, 'gs'))].map(([, inner]) => inner ?? '')
}

async function partOf(file: Buffer, name: string): Promise<string> {
  const zip = await yauzl.fromBufferPromise(file, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === name) return text(await zip.openReadStreamPromise(entry))
  }
  throw new Error(`There is no ${name} in it`)
}
