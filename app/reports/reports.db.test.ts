import { createWriteStream } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'
import { beforeAll, describe, expect, it } from 'vitest'
import { addSupporters } from '#app/directives/change-people.server.ts'
import { reportProgress } from '#app/directives/report-progress.server.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import type { WorkCounts } from '#app/directives/my-work.server.ts'
import { acceptResult, issueTask, receiveAssignment, revokeTask } from '#app/directives/simple-acts.server.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { menuGroups } from '#app/menu/menu-groups.ts'
import { db } from '#app/platform/db.server.ts'
import { readXlsx } from '#app/platform/xlsx-read.server.ts'
import { act } from '#app/workflow/act.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective } from '#test/factories/directives.ts'
import { makeReport } from './make-report.server.ts'
import { type Report, rowCount, shownRows } from './report.ts'
import { hasReports, type ReportQuestion } from './report-kinds.ts'
import { takeOutReport } from './write-report.server.ts'

/** A Monday. */
const DAY = '2027-03-15'
const monthly: ReportQuestion = { kind: 'monthly', unitId: null, period: 'month', day: '2027-04-05' }
const performance: ReportQuestion = { kind: 'performance', unitId: null, period: 'quarter', day: '2027-04-05' }

let office: DemoOffice
let weekly: ReportQuestion
beforeAll(async () => {
  office = await demoOffice()
  weekly = { kind: 'weekly', unitId: office.unitId('TTTT'), period: 'week', day: '2027-03-19' }
  await playWeeks()
})

/** Three tasks of one unit, with one supporter: done late, still to do, and called off. */
async function playWeeks(): Promise<void> {
  const { taskIds } = await enteredDirective(office, {
    tasks: [
      { content: 'Việc <làm> xong', dueOn: '2027-03-16' },
      { content: 'Việc tuần sau', dueOn: '2027-03-25' },
      { content: 'Việc bị thu hồi', dueOn: '2027-03-20' },
    ],
  })
  const [late, toDo, revoked] = taskIds as [string, string, string]
  const on = (username: string, id: string, day: string) => ({
    ...asked(office.actor(username), id),
    at: new Date(`${day}T02:00:00Z`),
  })
  for (const id of taskIds) await issueTask(on('chunhiem', id, DAY))
  const supporters = [{ unitId: office.unitId('KHTC'), dueOn: '2027-03-24' }]
  await addSupporters({ ...on('tonghop1', toDo, DAY), supporters })
  await revokeTask({ ...on('chunhiem', revoked, DAY), reason: 'Không còn cần nữa' })
  const lateLead = await leadOf(late)
  const toDoLead = await leadOf(toDo)
  for (const id of [lateLead, toDoLead]) await receiveAssignment(on('truong.tttt', id, DAY))
  const progress = { text: 'Đang làm', percent: 40, difficulties: 'Thiếu số liệu của địa phương' }
  await reportProgress({ ...on('truong.tttt', toDoLead, '2027-03-17'), progress, files: [] })
  const result = { text: '=Đã xong', documentSymbol: '9/BC-TTTT', latenessReason: 'Đơn vị gửi số liệu muộn' }
  await reportResult({ ...on('truong.tttt', lateLead, '2027-03-18'), result, files: [] })
  await acceptResult(on('chunhiem', late, '2027-03-19'))
  const more = { type: 'requestExtension', dueOn: '2027-03-30', reason: 'Chờ ý kiến địa phương' } as const
  await act({ ...on('truong.tttt', toDoLead, '2027-03-20'), event: more })
}

async function leadOf(taskId: string): Promise<string> {
  const { id } = await db.assignment.findFirstOrThrow({ where: { role: 'LEAD', subject: { parentId: taskId } } })
  return id
}

const reportFor = (username: string, question: ReportQuestion) =>
  makeReport({ question, by: office.actor(username), t: translateFor('vi') })

const take = (username: string, question: ReportQuestion, format: 'docx' | 'xlsx') =>
  takeOutReport({ question, format, by: office.actor(username), at: new Date() })

describe('the weekly report of a unit', () => {
  it('tells what was done with its result, and what hinders what is to do', async () => {
    const [done, next, difficulties, proposals] = (await reportFor('truong.tttt', weekly)).sections
    expect(shownRows(done!)).toEqual([
      [
        '1',
        '15/TB-UBDT ngày 10/09/2021',
        'Việc <làm> xong',
        'Chủ trì',
        '=Đã xong\nVăn bản kết quả: 9/BC-TTTT',
        '18/03/2027',
        'Hoàn thành quá hạn',
      ],
    ])
    expect(shownRows(next!).map((row) => [row[2], row[4]])).toEqual([['Việc tuần sau', '25/03/2027']])
    expect(shownRows(difficulties!).map((row) => row.at(-1))).toEqual(['Thiếu số liệu của địa phương'])
    expect(proposals!.rows).toEqual([])
  })

  it('on an earlier day knows nothing of what came after it', async () => {
    const [done, next, difficulties] = (await reportFor('truong.tttt', { ...weekly, day: '2027-03-16' })).sections
    expect(done!.rows).toEqual([])
    expect(shownRows(next!).map((row) => row[2])).toEqual(['Việc <làm> xong', 'Việc tuần sau'])
    expect(difficulties!.rows).toEqual([])
    const later = await reportFor('truong.tttt', { ...weekly, day: '2027-03-21' })
    expect(shownRows(later.sections[3]!).map((row) => row.at(-1))).toEqual([
      'Gia hạn đến ngày 30/03/2027: Chờ ý kiến địa phương',
    ])
  })

  it('a supporting unit has its own part in its report, and not what the lead told', async () => {
    const question = { ...weekly, unitId: office.unitId('KHTC') }
    const [, next, difficulties] = (await reportFor('truong.khtc', question)).sections
    expect(shownRows(next!).map((row) => [row[2], row[3]])).toEqual([['Việc tuần sau', 'Phối hợp']])
    expect(difficulties!.rows).toEqual([])
  })

  it('shows nothing any more of words that were removed', async () => {
    const { stepId } = await db.stepText.findFirstOrThrow({
      where: { texts: { path: ['difficulties'], string_contains: 'Thiếu' } },
    })
    const kept = await db.stepText.findUniqueOrThrow({ where: { stepId } })
    await db.$executeRaw`update step_text set texts = null, salt = null, removed_by_number = 1 where step_id = ${stepId}::uuid`
    const { sections } = await reportFor('truong.tttt', weekly)
    await db.$executeRaw`update step_text set texts = ${JSON.stringify(kept.texts)}::jsonb, salt = ${kept.salt}, removed_by_number = null
      where step_id = ${stepId}::uuid`
    expect(JSON.stringify(sections)).not.toContain('Thiếu số liệu')
  })
})

describe('the monthly report of the organ', () => {
  it('has the figures of a plain count, and what was late with its reason', async () => {
    const { title, sections } = await reportFor('tonghop1', monthly)
    const [lead, support, compared, late] = sections.map(shownRows)
    expect(title).toBe('Tình hình thực hiện nhiệm vụ được giao tháng 4 năm 2027')
    // Given on 15 March; by 5 April one was done late and one is overdue, the third was called off.
    expect(lead!.map((row) => row.slice(2))).toEqual([
      ['2', '0', '0', '1', '0', '0', '1', '2', '0'],
      ['2', '0', '0', '1', '0', '0', '1', '2', '0'],
    ])
    expect(support!.map((row) => row.slice(2))).toEqual([['1', '0', '0', '1', '0', '0', '0', '1', '']])
    expect(compared!.find(([words]) => words === 'Giao trong kỳ')).toEqual(['Giao trong kỳ', '2', '0', '2'])
    expect(late!.map((row) => [row[1], row[3], row[4], row[6], row[8]])).toEqual([
      ['TTTT', 'Việc <làm> xong', 'Chủ trì', '2', 'Đơn vị gửi số liệu muộn'],
      ['KHTC', 'Việc tuần sau', 'Phối hợp', '12', ''],
      ['TTTT', 'Việc tuần sau', 'Chủ trì', '11', 'Thiếu số liệu của địa phương'],
    ])
  })

  it('has the first rows of what is told task by task, where no more are wanted, and says how many there are', async () => {
    const whole = await reportFor('tonghop1', monthly)
    const short = await makeReport({ question: monthly, by: office.actor('tonghop1'), t: translateFor('vi'), most: 2 })
    expect(short.sections.slice(0, 3)).toEqual(whole.sections.slice(0, 3))
    expect(short.sections[3]).toEqual({ ...whole.sections[3], rows: whole.sections[3]!.rows.slice(0, 2) })
    expect(rowCount(short.sections[3]!)).toBe(3)
  })

  it('is the same whenever it is asked for again', async () => {
    const first = await reportFor('tonghop1', monthly)
    const { taskIds } = await enteredDirective(office, { tasks: [{ dueOn: '2027-05-01' }] })
    await issueTask({ ...asked(office.actor('chunhiem'), taskIds[0]!), at: new Date('2027-04-06T01:00:00Z') })
    expect(await reportFor('tonghop1', monthly)).toEqual(first)
  })
})

describe.each([
  ['tonghop1', () => monthly],
  ['chunhiem', () => performance],
  ['truong.tttt', () => weekly],
] as const)('the files of %s', (username, question) => {
  it('say in Word and Excel what the screen says', async () => {
    const report = await reportFor(username, question())
    const words = await wordsOf(await buffer(await take(username, question(), 'docx')))
    expect(words).toContain('BÁO CÁO')
    expect(words).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(words).toContain(report.title)
    for (const section of report.sections) {
      expect(words).toContain(section.heading)
      for (const row of shownRows(section)) expect(words).toContain(row.join('\n'))
    }
    await expectFirstSheet(await take(username, question(), 'xlsx'), report)
  })
})

async function expectFirstSheet(file: Readable, { sections }: Report): Promise<void> {
  const path = join(await mkdtemp(join(tmpdir(), 'report-')), 'report.xlsx')
  await pipeline(file, createWriteStream(path))
  const rows = await readXlsx(path, { mostRows: 1000, mostColumns: 30 })
  const [section] = sections
  const held = rows.slice(-section!.rows.length)
  expect(
    held.map(({ cells }) =>
      [...cells.values()].map((cell) => ('text' in cell ? cell.text : 'day' in cell ? cell.day : cell)),
    ),
  ).toEqual(
    section!.rows.map((row) =>
      row.flatMap((cell) => (cell === null || cell === '' ? [] : [typeof cell === 'object' ? cell.day : String(cell)])),
    ),
  )
}

/** What is written in a Word file, paragraph after paragraph. */
async function wordsOf(file: Buffer): Promise<string> {
  const zip = await yauzl.fromBufferPromise(file, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue
    const xml = await text(await zip.openReadStreamPromise(entry))
    return xml
      .replaceAll('</w:p>', '\n')
      .replace(/<w:br\/>/g, '\n')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  }
  throw new Error('There is no document in it')
}

describe('who may have reports', () => {
  it.each([
    ['truong.tttt', () => monthly],
    ['truong.tttt', () => performance],
    ['truong.khtc', () => weekly],
    ['chuyenvien1.tttt', () => weekly],
    ['trolychunhiem', () => monthly],
    ['quantri', () => monthly],
  ])('%s is refused one that is not theirs', async (username, question) => {
    await expect(reportFor(username, question())).rejects.toMatchObject({ code: 'reports:errors.notYours' })
  })

  it('the menu leads leaders, the secretariat and heads to them, and nobody else', () => {
    const readers = ['chunhiem', 'tonghop1', 'pho.khtc', 'trolychunhiem', 'chuyenvien1.tttt', 'quantri']
    const entries = readers.map((username) => {
      const menu = {
        person: '',
        organ: '',
        work: null,
        unread: null,
        mayEnterDirectives: false,
        hasBoard: false,
        isAdministrator: false,
      }
      const work = { receipt: 0 } as WorkCounts
      const groups = menuGroups(translateFor('vi'), { ...menu, work, hasReports: hasReports(office.actor(username)) })
      return groups.some(({ entries }) => entries.some(({ to }) => to === '/reports'))
    })
    expect(entries).toEqual([true, true, true, false, false, false])
  })

  it('a file is written down in the audit log', async () => {
    await take('chunhiem', performance, 'xlsx')
    const entry = await db.auditEntry.findFirstOrThrow({ where: { kind: 'listExported' }, orderBy: { id: 'desc' } })
    expect(entry.details).toMatchObject({ list: 'report', kind: 'performance', day: '2027-04-05', format: 'xlsx' })
  })
})
