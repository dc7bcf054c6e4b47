import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import yazl from 'yazl'
import type { XlsxCell } from './xlsx-cell.ts'
import { withXlsxPackage } from './xlsx-package.server.ts'
import { readXlsx } from './xlsx-read.server.ts'
import { writeXlsx, type XlsxSheet } from './xlsx-write.server.ts'

let folder: string
let files = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docflow-xlsx-'))
})
afterAll(() => rm(folder, { recursive: true }))

const LIMITS = { mostRows: 100_000, mostColumns: 50 }

describe('a workbook we write', () => {
  test('says to another reader what was put in', async () => {
    const path = await written([['Vụ Pháp chế', 12.5, { day: '2026-11-22' }, null, 'đ\n& <b> "x" \' ok']])
    const [title, head, row] = await readSheet(path)
    expect(title?.[0]).toBe('Danh sách')
    expect(head?.slice(0, 2)).toEqual(['Cột 1', 'Cột 2'])
    expect(row).toEqual(['Vụ Pháp chế', 12.5, new Date('2026-11-22T00:00:00Z'), null, 'đ\n& <b> "x" \' ok'])
  })

  test('says to our own reader what was put in', async () => {
    const path = await written([['Vụ Pháp chế', 12.5, { day: '2026-11-22' }, null, 'x\r\ny _x000D_ z']])
    const rows = await readXlsx(path, LIMITS)
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3])
    expect([...rows[2]!.cells]).toEqual([
      [1, { kind: 'text', text: 'Vụ Pháp chế' }],
      [2, { kind: 'number', text: '12.5' }],
      [3, { kind: 'day', day: '2026-11-22' }],
      [5, { kind: 'text', text: 'x\r\ny _x000D_ z' }],
    ])
  })

  test('has no formula in it, whatever a text begins with', async () => {
    const beginnings = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '|', '%', "'", '＝', '=cmd|', '<f>', '')
    const anyText = fc.string({ unit: 'binary', maxLength: 60 })
    const texts = fc.array(
      fc.tuple(beginnings, anyText).map(([beginning, rest]) => beginning + rest),
      { minLength: 20 },
    )
    await fc.assert(
      fc.asyncProperty(texts, async (cells) => {
        const path = await written(cells.map((cell) => [cell]))
        const names: string[] = []
        const types: (string | undefined)[] = []
        await withXlsxPackage(path, (parts) =>
          parts.read('xl/worksheets/sheet1.xml', {
            open(name, { t }) {
              names.push(name)
              if (name === 'c') types.push(t)
            },
          }),
        )
        expect(names).not.toContain('f')
        expect([...new Set(types)].filter((type) => type !== 'inlineStr' && type !== undefined)).toEqual([])
        const read = await readXlsx(path, LIMITS)
        const kinds = read.flatMap((row) => [...row.cells.values()].map(({ kind }) => kind))
        expect(kinds.every((kind) => kind === 'text')).toBe(true)
        const stays = cells.map((cell, index) => [index + 3, storable(cell)] as const).filter(([, cell]) => cell.trim())
        expect(textsOf(read).filter(([number]) => number > 2)).toEqual(stays)
      }),
      { numRuns: 15 },
    )
  })

  test('breaks off with what it is made from', async () => {
    async function* rows(): AsyncGenerator<XlsxCell[]> {
      yield ['one']
      throw new Error('the database is gone')
    }
    await expect(pipeline(writeXlsx([sheetOf(rows())]), createWriteStream(nextPath()))).rejects.toThrow('gone')
  })

  test('lets go of what it is made from when its reader leaves', async () => {
    let isLetGo = false
    async function* rows(): AsyncGenerator<XlsxCell[]> {
      try {
        for (;;) yield [crypto.randomUUID().repeat(100)]
      } finally {
        isLetGo = true
      }
    }
    const workbook = writeXlsx([sheetOf(rows())])
    for await (const chunk of workbook) if ((chunk as Buffer).length > 1000) break
    await expect.poll(() => isLetGo).toBe(true)
  })

  test('is made no faster than it is taken, so that 50,000 long rows are never held whole', async () => {
    const ROWS = 50_000
    let made = 0
    async function* rows(): AsyncGenerator<XlsxCell[]> {
      // What is random is not made smaller on the way.
      for (; made < ROWS; made += 1) yield [made, randomBytes(200).toString('base64')]
    }
    const chunks = writeXlsx([sheetOf(rows())])[Symbol.asyncIterator]()
    await chunks.next()
    const madeFor = async (milliseconds: number) => {
      const before = made
      await setTimeout(milliseconds)
      return made - before
    }
    await expect.poll(() => madeFor(100), { timeout: 10_000 }).toBe(0)
    expect(made).toBeLessThan(ROWS / 20)
    let bytes = 0
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) bytes += (next.value as Buffer).length
    expect([made, bytes > ROWS * 200]).toEqual([ROWS, true])
  })
})

describe('what is no workbook of ours is refused', () => {
  test.each<[string, Record<string, string | Buffer>, string]>([
    ['a picture', {}, 'notAWorkbook'],
    ['an archive of something else', { 'word/document.xml': '<x/>' }, 'notAWorkbook'],
    [
      'one that unpacks to more than a disk',
      { 'xl/worksheets/sheet1.xml': Buffer.alloc(101 * 1024 * 1024) },
      'tooLargeInside',
    ],
    [
      'one that declares entities',
      { '_rels/.rels': '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>' },
      'notAWorkbook',
    ],
    ['one broken in the middle', { '_rels/.rels': '<Relationships><Relation' }, 'notAWorkbook'],
  ])('%s', async (_name, members, fault) => {
    const path = await archive(members)
    await expect(readXlsx(path, LIMITS)).rejects.toMatchObject({ fault })
  })

  test('one with more rows than anybody reads', async () => {
    const path = await written(Array.from({ length: 30 }, (_, index) => [index]))
    await expect(readXlsx(path, { ...LIMITS, mostRows: 20 })).rejects.toMatchObject({ fault: 'tooManyRows', most: 20 })
  })
})

function sheetOf(rows: XlsxSheet['rows']): XlsxSheet {
  const columns = [1, 2, 3, 4, 5].map((number) => ({ head: `Cột ${number}`, width: 20 }))
  return { name: 'Danh sách', above: ['Danh sách'], columns, rows }
}

async function written(rows: XlsxCell[][]): Promise<string> {
  const path = nextPath()
  await pipeline(writeXlsx([sheetOf(rows)]), createWriteStream(path))
  return path
}

async function archive(members: Record<string, string | Buffer>): Promise<string> {
  const path = nextPath()
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(members)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  const bytes = Object.keys(members).length > 0 ? (zip.outputStream as Readable) : Readable.from([Buffer.from('PNG')])
  await pipeline(bytes, createWriteStream(path))
  return path
}

function nextPath(): string {
  files += 1
  return join(folder, `${files}.xlsx`)
}

function textsOf(rows: Awaited<ReturnType<typeof readXlsx>>): [number, string][] {
  return rows.map(({ number, cells }) => {
    const cell = cells.get(1)
    return [number, cell?.kind === 'text' ? cell.text : '']
  })
}

/** XML has no sign for these. */
function storable(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
}
