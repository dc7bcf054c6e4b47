import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import type { JobRun } from '#app/jobs/job.server.ts'
import { foldVietnamese } from '#app/i18n/fold.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { columnLetters } from '#app/platform/xlsx-cell.ts'
import { writeXlsx } from '#app/platform/xlsx-write.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { enteredDirective } from '#test/factories/directives.ts'
import {
  importRow,
  type ImportRow,
  importWorkbook,
  nameOf,
  sendWorkbook,
  workbookPeople,
} from '#test/factories/import-workbook.ts'
import { COLUMN_NAMES, EXAMPLE_CONTENT, type ColumnName } from './columns.ts'
import type { Findings } from './findings.ts'
import { readOwnImport, wantImport } from './import-request.server.ts'
import { readKnownOffice } from './known-office.server.ts'
import { lookThrough } from './look-through.server.ts'
import { takeImport } from './take-import.server.ts'
import { importTemplate } from './template.server.ts'

const MANY = process.env.LONG === '1' ? 5000 : 250

let office: DemoOffice
let people: Awaited<ReturnType<typeof workbookPeople>>

beforeAll(async () => {
  office = await demoOffice()
  people = await workbookPeople()
})

function row(number: number, changes: ImportRow = {}): ImportRow {
  return importRow(number, people, changes)
}

describe('a good file', () => {
  test('makes drafts, grouped by number and day, with days as days or written', async () => {
    const rows = [
      row(1001, { dueOn: { day: '2030-05-06' }, supportingUnits: 'PC; KHTC', urgency: 'hoa toc' }),
      row(1002, { dueOn: 'không thời hạn', leadUnit: 'vu phap che', expectedProduct: 'Báo cáo', field: 'Thi đua' }),
      row(1003, { symbol: null, signedOn: null, subject: 'Họp giao ban' }),
    ]
    const { state, findings } = await taken(rows)
    expect([state, findings.freshCount, findings.directiveCount]).toEqual(['taken', 3, 2])
    const directive = await db.directive.findFirstOrThrow({
      where: { symbol: '201/TB-NHAP' },
      include: { tasks: { include: { subject: { include: { deadline: true } } }, orderBy: { position: 'asc' } } },
    })
    expect(directive.tasks.map(({ content, position, urgency }) => [content, position, urgency])).toEqual([
      ['Nhiệm vụ nhập từ tệp, số 1001', 1, 'FLASH'],
      ['Nhiệm vụ nhập từ tệp, số 1002', 2, 'NORMAL'],
    ])
    expect(directive.tasks.map(({ field, expectedProduct }) => [field, expectedProduct])).toEqual([
      [null, null],
      ['Thi đua', 'Báo cáo'],
    ])
    expect(directive.tasks.map(({ subject }) => [subject.state, subject.deadline?.dueOn ?? null])).toEqual([
      ['draft', new Date('2030-05-06')],
      ['draft', null],
    ])
  })

  test('imported again adds nothing; with a new row, that row to the same directive', async () => {
    const rows = [row(1101), row(1102)]
    await taken(rows)
    const before = await counts()
    const again = await found(rows)
    expect(again).toMatchObject({ freshCount: 0, knownCount: 2, knownRows: [2, 3], faultCount: 0 })
    await taken(rows)
    expect(await counts()).toEqual(before)
    await taken([...rows, row(1103)])
    expect(await counts()).toEqual({ ...before, tasks: before.tasks + 1 })
  })

  test(`of ${MANY} rows is taken whole, and the second time not at all`, { timeout: 15 * 60_000 }, async () => {
    const rows = Array.from({ length: MANY }, (_, index) => row(20_001 + index))
    const before = await counts()
    await taken(rows)
    const after = { directives: before.directives + MANY / 5, tasks: before.tasks + MANY }
    expect(await counts()).toEqual(after)
    expect(await found(rows)).toMatchObject({ freshCount: 0, knownCount: MANY })
    await taken(rows)
    expect(await counts()).toEqual(after)
  })

  test('imported again after a task was reworded adds nothing either; after it was discarded it does', async () => {
    await taken([row(1151)])
    const { id } = await db.task.findFirstOrThrow({ where: { content: row(1151).content as string } })
    await db.task.update({ where: { id }, data: { content: 'Đã sửa' } })
    expect((await found([row(1151)])).freshCount).toBe(0)
    await db.subject.update({ where: { id }, data: { state: 'discarded' } })
    expect((await found([row(1151)])).freshCount).toBe(1)
  })

  test('sent twice by one press is one import; taken twice, and by two workers at once, it is taken once', async () => {
    const requestKey = newId()
    const first = await sent([row(1201), row(1202)], 'tonghop1', requestKey)
    expect(await sent([row(1201), row(1202)], 'tonghop1', requestKey)).toBe(first)
    const other = await sent([row(1201), row(1202)], 'tonghop2')
    const before = await counts()
    for (const [importId, username] of [
      [first, 'tonghop1'],
      [other, 'tonghop2'],
    ] as const) {
      await lookThrough(importId, new Date())
      const want = { importId, goodRowsOnly: false, by: office.actor(username), at: new Date() }
      await wantImport(want)
      await wantImport(want)
    }
    await Promise.all([first, first, other].map((importId) => takeImport(importId, run())))
    expect(await counts()).toEqual({ directives: before.directives + 1, tasks: before.tasks + 2 })
  })

  test('waits for whoever is adding a task to the same directive, and is numbered after it', async () => {
    await taken([row(1251)])
    const importId = await sent([row(1251), row(1252)], 'tonghop1')
    await lookThrough(importId, new Date())
    await wantImport({ importId, goodRowsOnly: false, by: office.actor('tonghop1'), at: new Date() })
    const { symbol } = row(1251) as { symbol: string }
    const { id: directiveId } = await db.directive.findFirstOrThrow({ where: { symbol } })
    const taking = await transaction('addTask', async (tx) => {
      await tx.$queryRaw`select from directive where id = ${directiveId}::uuid for no key update`
      const started = takeImport(importId, run())
      await setTimeout(1000)
      await tx.task.updateMany({ where: { directiveId }, data: { position: 2 } })
      return { started }
    })
    await taking.started
    const tasks = await db.task.findMany({ where: { directiveId }, orderBy: { position: 'asc' } })
    expect(tasks.map(({ position }) => position)).toEqual([2, 3])
  })

  test('names namesakes in its template so that each is one person', async () => {
    const organId = office.organId
    const post = {
      organId,
      role: 'SECRETARIAT',
      title: 'Chuyên viên tổng hợp mới',
      validFrom: new Date('2020-01-01'),
    } as const
    const { id } = await db.person.create({
      data: { organId, fullName: people.follower, givenName: '1', searchText: '', posts: { create: post } },
    })
    const { followers } = await readKnownOffice(db, organId, '2026-11-22')
    await db.person.update({ where: { id }, data: { posts: { deleteMany: {} } } })
    await db.person.delete({ where: { id } })
    const open = followers.filter(({ isOpen }) => isOpen)
    const meantBy = (label: string) => open.filter(({ names }) => names.includes(foldVietnamese(label)))
    expect(open.map(({ label }) => label)).toContain(`${people.follower} (${post.title})`)
    for (const named of open) expect(meantBy(named.label)).toEqual([named])
  })

  test('the template is one, once its example is removed', async () => {
    const content = await buffer(await importTemplate(office.organId, '2026-11-22'))
    const findings = await foundIn(content, 'tonghop1')
    expect(findings.faults).toMatchObject([{ row: 2, code: 'exampleRow' }])
    expect(EXAMPLE_CONTENT).toMatch(/^VÍ DỤ/)
  })
})

/** Each with the cell it is planted in, and what it is called. */
const PLANTED: [column: ColumnName, code: string, changes: ImportRow][] = [
  ['content', 'cellMissing', { content: null }],
  ['dueOn', 'cellMissing', { dueOn: null }],
  ['content', 'tooLong', { content: 'x'.repeat(5001) }],
  ['sourceKind', 'unknownSourceKind', { sourceKind: 'Sắc lệnh' }],
  ['urgency', 'unknownUrgency', { urgency: 'Rất nhanh' }],
  ['signedOn', 'notADay', { signedOn: '31/02/2026' }],
  ['dueOn', 'notADay', { dueOn: 'cuối năm' }],
  ['dueOn', 'numberNotADay', { dueOn: 46_000 }],
  ['dueOn', 'unlikelyDay', { dueOn: '01/01/3026' }],
  ['signedOn', 'signedInFuture', { signedOn: '01/01/2099', dueOn: '02/01/2099' }],
  ['dueOn', 'dueBeforeSigned', { dueOn: '01/03/2026' }],
  ['signedOn', 'symbolWithoutDay', { signedOn: null }],
  ['symbol', 'dayWithoutSymbol', { symbol: null }],
  ['leadUnit', 'unknownUnit', { leadUnit: 'Vụ Không Có' }],
  ['leadUnit', 'unitHasEnded', { leadUnit: 'Vụ Đã Giải Thể' }],
  ['supportingUnits', 'unitTwice', { supportingUnits: 'PC, TTTT' }],
  ['directingLeader', 'unknownPerson', { directingLeader: 'Không Ai Cả' }],
  ['directingLeader', 'notALeader', { directingLeader: 'một chuyên viên' }],
  ['follower', 'notOfTheSecretariat', { follower: 'một chuyên viên' }],
  ['symbol', 'dayNotExpected', { symbol: { day: '2026-03-02' } }],
  ['content', 'exampleRow', { content: EXAMPLE_CONTENT }],
  ['subject', 'otherSource', { subject: 'Trích yếu khác' }],
]

describe('a file with faults', () => {
  test(
    'of 5,000 rows: each planted fault is found and named by row and column, and nothing is made',
    { timeout: 60_000 },
    async () => {
      const officer = await nameOf('chuyenvien1.tttt')
      await db.unit.create({
        data: {
          organId: office.organId,
          name: 'Vụ Đã Giải Thể',
          abbreviation: 'DGT',
          searchText: 'vu da giai the dgt',
          validFrom: new Date('2000-01-01'),
          validTo: new Date('2020-01-01'),
        },
      })
      const rows = Array.from({ length: 5000 }, (_, index) => row(10_000 + index + 1))
      const expected = PLANTED.map(([column, code, changes], index) => {
        // Far apart, in the third row of a source, and the last copies the first.
        const at = 2 + index * 200
        const changed = { ...changes }
        for (const name of ['directingLeader', 'follower'] as const) {
          if (changed[name] === 'một chuyên viên') changed[name] = officer
        }
        rows[at] = { ...rows[at], ...changed }
        return `${columnLetters(COLUMN_NAMES.indexOf(column) + 1)}${at + 2} ${code}`
      })
      rows[4999] = { ...rows[4998] }
      expected.push(`${columnLetters(COLUMN_NAMES.indexOf('content') + 1)}5001 rowTwice`)

      const before = await counts()
      const findings = await found(rows)
      const named = findings.faults.map(({ row, column, code }) => `${columnLetters(column!)}${row} ${code}`)
      expect(named.sort()).toEqual(expected.sort())
      const days = findings.faults.filter(({ code }) => ['unlikelyDay', 'dayNotExpected'].includes(code))
      expect(days.map(({ values }) => values.text)).toEqual(['01/01/3026', '02/03/2026'])
      expect(new Set(PLANTED.map(([, code]) => code)).size).toBeGreaterThanOrEqual(15)
      expect(findings.freshCount).toBe(5000 - expected.length)
      expect(await counts()).toEqual(before)
    },
  )

  test('is not taken unless the good rows alone are wanted', async () => {
    const rows = [row(1301), row(1302, { leadUnit: '?' })]
    const importId = await sent(rows, 'tonghop1')
    await lookThrough(importId, new Date())
    const want = { importId, by: office.actor('tonghop1'), at: new Date() }
    await expect(wantImport({ ...want, goodRowsOnly: false })).rejects.toThrow('faultsNotAccepted')
    const before = await counts()
    await wantImport({ ...want, goodRowsOnly: true })
    await takeImport(importId, run())
    const left = await readOwnImport({ importId, by: want.by, at: want.at })
    expect([left.state, left.findings?.faults]).toMatchObject(['taken', [{ row: 3, code: 'unknownUnit' }]])
    expect(await counts()).toEqual({ directives: before.directives + 1, tasks: before.tasks + 1 })
  })

  test('with one more fault than was accepted is not taken, and is shown anew', async () => {
    const id = office.unitId('PC')
    const importId = await sent([row(1351), row(1356, { leadUnit: '?' }), row(1361, { leadUnit: 'PC' })], 'tonghop1')
    await lookThrough(importId, new Date())
    const want = { importId, goodRowsOnly: true, by: office.actor('tonghop1'), at: new Date() }
    await wantImport(want)
    const before = await counts()
    await db.unit.update({ where: { id }, data: { validTo: new Date('2020-01-01') } })
    await takeImport(importId, run())
    expect(await counts()).toEqual(before)
    const { state, findings } = await readOwnImport(want)
    expect([state, findings?.faults.map(({ code }) => code)]).toEqual(['found', ['unknownUnit', 'unitHasEnded']])
    await wantImport(want)
    await takeImport(importId, run())
    await db.unit.update({ where: { id }, data: { validTo: null } })
    expect(await counts()).toEqual({ directives: before.directives + 1, tasks: before.tasks + 1 })
  })

  test.each<[string, Buffer, string]>([['no workbook', Buffer.from('PK nothing'), 'notAWorkbook']])(
    'that is %s is told as such',
    async (_name, content, code) => {
      expect((await foundIn(content, 'tonghop1')).faults).toMatchObject([{ row: 1, code }])
    },
  )

  test('without a column it must have says which', async () => {
    const sheet = { name: 'x', columns: [{ head: 'Nội dung nhiệm vụ', width: 9 }], rows: [['x']] }
    const findings = await foundIn(await buffer(writeXlsx([sheet])), 'tonghop1')
    expect(findings.faults.map(({ code, values }) => [code, values.column])).toContainEqual([
      'columnMissing',
      'leadUnit',
    ])
  })

  test('fault in the middle of taking leaves nothing', async () => {
    const importId = await sent([row(1401), row(1406)], 'tonghop1')
    await lookThrough(importId, new Date())
    await wantImport({ importId, goodRowsOnly: false, by: office.actor('tonghop1'), at: new Date() })
    const before = await counts()
    const { organId } = office
    const unit = await db.unit.findFirstOrThrow({ where: { organId, abbreviation: 'TTTT' } })
    await db.unit.update({ where: { id: unit.id }, data: { validTo: new Date('2020-01-01') } })
    await takeImport(importId, run())
    await db.unit.update({ where: { id: unit.id }, data: { validTo: null } })
    expect(await counts()).toEqual(before)
    const shown = await readOwnImport({ importId, by: office.actor('tonghop1'), at: new Date() })
    expect([shown.state, shown.findings?.faults[0]?.code]).toEqual(['found', 'unitHasEnded'])
  })
})

describe('rights', () => {
  test('an assistant imports for their own leader only', async () => {
    const findings = await found(
      [row(1501), row(1506, { directingLeader: await nameOf('phochunhiem2') })],
      'trolychunhiem',
    )
    expect(findings.faults.map(({ row, code }) => [row, code])).toEqual([[3, 'notYourLeader']])
  })

  test('nobody else imports, and an import is nobody else’s', async () => {
    await expect(sent([row(1601)], 'truong.tttt')).rejects.toThrow('notEntering')
    const importId = await sent([row(1601)], 'tonghop1')
    const at = new Date()
    await expect(readOwnImport({ importId, by: office.actor('tonghop2'), at })).rejects.toThrow('notFound')
    await expect(wantImport({ importId, goodRowsOnly: true, by: office.actor('tonghop2'), at })).rejects.toThrow(
      'notFound',
    )
  })

  test('a task is never added to a restricted directive, whose source all who see the task would see', async () => {
    const namedPersonIds = [office.actor('truong.tttt').personId]
    const { symbol, issuingOrgan, subject } = row(1801) as Record<string, string>
    const source = { symbol: symbol!, signedOn: '2026-03-02', issuingOrgan: issuingOrgan!, subject: subject! }
    const { directiveId } = await enteredDirective(office, { ...source, restricted: true, namedPersonIds })
    const { findings } = await taken([row(1801)])
    expect(findings.directives).toMatchObject([{ isThere: false }])
    expect(await db.task.count({ where: { directiveId } })).toBe(1)
    expect(await found([row(1802)])).toMatchObject({ directives: [{ isThere: true }] })
  })

  test('of a restricted task one may not see, one does not learn that it is there', async () => {
    await taken([row(1701)])
    const { id } = await db.task.findFirstOrThrow({ where: { content: row(1701).content as string } })
    await db.participant.deleteMany({ where: { subjectId: id } })
    expect(await found([row(1701)], 'tonghop2')).toMatchObject({ knownCount: 0, directives: [{ isThere: false }] })
  })
})

async function taken(rows: ImportRow[]): Promise<{ state: string; findings: Findings }> {
  const importId = await sent(rows, 'tonghop1')
  await lookThrough(importId, new Date())
  const by = office.actor('tonghop1')
  await wantImport({ importId, goodRowsOnly: false, by, at: new Date() })
  await takeImport(importId, run())
  const { state, findings } = await readOwnImport({ importId, by, at: new Date() })
  return { state, findings: findings! }
}

async function found(rows: ImportRow[], username = 'tonghop1'): Promise<Findings> {
  return foundIn(await importWorkbook(rows), username)
}

async function foundIn(content: Buffer, username: string): Promise<Findings> {
  const importId = await sendWorkbook(content, office.actor(username))
  await lookThrough(importId, new Date())
  const { findings } = await readOwnImport({ importId, by: office.actor(username), at: new Date() })
  return findings!
}

async function sent(rows: ImportRow[], username: string, requestKey?: string): Promise<string> {
  return sendWorkbook(await importWorkbook(rows), office.actor(username), requestKey)
}

function run(): JobRun {
  return { id: newId(), at: new Date(), settle: () => Promise.resolve() }
}

async function counts() {
  return { directives: await db.directive.count(), tasks: await db.task.count() }
}
