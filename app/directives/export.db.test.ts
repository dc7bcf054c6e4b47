import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { readSheet } from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { translateFor } from '#app/i18n/translator.server.ts'
import { db } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective, passedUpTask } from '#test/factories/directives.ts'
import { manyLikeTheFirst } from '#test/factories/many-tasks.ts'
import { grantExtension, requestExtension } from './assignment-acts.server.ts'
import { reportResult } from './report-result.server.ts'
import { acceptResult, issueTask, receiveAssignment } from './simple-acts.server.ts'
import { readPrint } from './export-print.server.ts'
import { askForExport, downloadExport, readExport, removePassedExports } from './export-request.server.ts'
import { writeExport } from './export-write.server.ts'
import { filtersIn } from './task-filters.ts'
import { eachTask, type TaskRow } from './task-list.server.ts'

const DAY = 24 * 3_600_000
/** The whole length takes half a minute to prepare. */
const MANY = process.env.LONG === '1' ? 50_000 : 3_000
/** Lines above the first task: title, filter, moment, head. */
const ABOVE = 4
const INJECTED = ['=1+1', '+84 912', '-2', '@SUM(A1)', '\t=cmd', '|calc', '=HYPERLINK("http://x")']

let office: DemoOffice

beforeAll(async () => {
  office = await demoOffice()
  await passedUpTask(office)
  await enteredDirective(office, {
    symbol: '=2+3',
    subject: '@Trích yếu',
    tasks: INJECTED.map((content) => ({ content, openEnded: true, dueOn: undefined })),
  })
  await enteredDirective(office, {
    restricted: true,
    namedPersonIds: [office.actor('truong.tttt').personId],
    tasks: [{ content: 'Việc hạn chế' }],
  })
})

describe('the workbook of a list', () => {
  test.each([
    ['tonghop1', ''],
    ['tonghop2', '?state=draft'],
    ['chunhiem', '?q=xay+dung'],
    ['truong.tttt', '?timeliness=IN_TIME'],
    ['truong.khtc', ''],
  ])('has exactly what %s sees in the list at "%s"', async (username, search) => {
    const by = office.actor(username)
    const lines = await linesOf(by, search)
    const list = await listOf(by, search)
    expect(lines.map((cells) => cells[6])).toEqual(list.map(({ title }) => title))
    expect(lines.map((cells) => cells[0])).toEqual(list.map((_, index) => index + 1))
    expect(lines.map((cells) => cells[13])).toEqual(list.map(({ dueOn }) => (dueOn ? new Date(dueOn) : null)))
  })

  test('has the newest report of the lead unit, and nothing as a formula', async () => {
    const lines = await linesOf(office.actor('tonghop1'), '')
    const passedUp = lines.find((cells) => cells[14] === 'Chờ duyệt kết quả')
    expect(passedUp?.[17]).toBe('Đã hoàn thành báo cáo')
    expect(lines.filter((cells) => cells[1] === '=2+3').map((cells) => cells[6])).toEqual([...INJECTED].reverse())
  })

  test('has the field, the day set from outside, the extensions and why it is late', async () => {
    const task = { content: 'Xin thêm thời gian', field: 'Thi đua', outerDueOn: '2030-12-31' }
    const { taskIds } = await enteredDirective(office, { outside: true, tasks: [task] })
    const head = office.actor('truong.tttt')
    await issueTask(asked(office.actor('chunhiem'), taskIds[0]!))
    const { id: leadId } = await db.subject.findFirstOrThrow({ where: { parentId: taskIds[0]! } })
    await receiveAssignment(asked(head, leadId))
    await requestExtension({ ...asked(head, leadId), dueOn: '2030-07-31', reason: 'Chờ số liệu' })
    const { id: requestId } = await db.subject.findFirstOrThrow({ where: { parentId: leadId } })
    await grantExtension({ ...asked(office.actor('chunhiem'), requestId), dueOn: '2030-07-31' })
    const result = { text: 'Đã xong', latenessReason: 'Số liệu đến muộn' }
    const at = new Date('2030-08-02T03:00:00Z')
    await reportResult({ ...asked(head, leadId), at, result, files: [] })
    await acceptResult({ ...asked(office.actor('chunhiem'), taskIds[0]!), at })
    const [line] = await linesOf(office.actor('tonghop1'), '?q=xin+them+thoi+gian')
    expect(line?.[13]).toEqual(new Date('2030-07-31'))
    expect(line?.slice(19)).toEqual(['Thi đua', new Date('2030-12-31'), 1, 'Số liệu đến muộn'])
  })

  test('tells a supporting unit neither of the others nor of what the lead reported', async () => {
    const supporters = ['PC', 'KHTC'].map((unit) => ({ unitId: office.unitId(unit) }))
    const { taskIds } = await enteredDirective(office, { tasks: [{ content: 'Có phối hợp', supporters }] })
    await issueTask(asked(office.actor('chunhiem'), taskIds[0]!))
    const told = async (username: string) => {
      const lines = await linesOf(office.actor(username), '?q=co+phoi+hop')
      return lines.map((cells) => String(cells[9]).split(', ').sort().join())
    }
    expect(await told('tonghop1')).toEqual(['KHTC,PC'])
    expect(await told('truong.khtc')).toEqual(['KHTC'])
  })

  test('says above what was filtered, and when', async () => {
    const rows = await rowsOf(office.actor('tonghop1'), `?state=draft&unit=${office.unitId('TTTT')}`)
    expect(rows[0]?.[0]).toBe('DANH SÁCH NHIỆM VỤ')
    expect(rows[1]?.[0]).toMatch(/^Trạng thái: Dự thảo · Đơn vị: /)
    expect(rows[2]?.[0]).toMatch(/^Thời điểm: \d\d\/\d\d\/\d{4} \d\d:\d\d/)
  })

  test('is of whoever asked for it, and of nobody else', async () => {
    const { exportId } = await ready(office.actor('tonghop1'), '')
    const own = { exportId, address: null, organId: office.organId, at: new Date() }
    await expect(downloadExport({ ...own, personId: office.actor('tonghop2').personId })).rejects.toThrow('notFound')
    await expect(readExport({ ...own, personId: office.actor('tonghop2').personId })).rejects.toThrow('notFound')
    await expect(downloadExport({ ...own, personId: office.actor('tonghop1').personId })).resolves.toBeTruthy()
  })

  test('passes after a day', async () => {
    const { exportId } = await ready(office.actor('tonghop1'), '')
    const own = { exportId, address: null, organId: office.organId, personId: office.actor('tonghop1').personId }
    await expect(downloadExport({ ...own, at: new Date(Date.now() + DAY) })).rejects.toThrow('notFound')
    await removePassedExports(new Date(Date.now() + 3 * DAY))
    expect(await db.taskExport.count()).toBe(0)
  })

  test('is written with the rights of the moment it is written at', async () => {
    const by = office.actor('tonghop1')
    const { exportId } = await askedFor(by, '')
    await db.login.updateMany({ where: { personId: by.personId }, data: { banned: true } })
    await writeExport(exportId, new Date())
    await db.login.updateMany({ where: { personId: by.personId }, data: { banned: false } })
    expect((await sheetOf(by, exportId)).length).toBe(ABOVE)
  })

  test('asked for twice while it is written is one; written twice it is one', async () => {
    const by = office.actor('tonghop1')
    const first = await askedFor(by, '?state=draft')
    expect(await askedFor(by, '?state=draft')).toEqual(first)
    expect(await askedFor(by, '')).not.toEqual(first)
    await writeExport(first.exportId, new Date())
    const once = await db.taskExport.findUniqueOrThrow({ where: { id: first.exportId } })
    await writeExport(first.exportId, new Date(Date.now() + 1000))
    expect(await db.taskExport.findUniqueOrThrow({ where: { id: first.exportId } })).toEqual(once)
  })

  test('is recorded without the words sought', async () => {
    await ready(office.actor('tonghop1'), '?q=mat')
    const entry = await db.auditEntry.findFirstOrThrow({ where: { kind: 'listExported' }, orderBy: { id: 'desc' } })
    expect(entry.details).toEqual({ list: 'tasks', format: 'xlsx', q: '…' })
  })
})

describe('on paper', () => {
  test('are the same tasks, and it is said where they are cut', async () => {
    const by = office.actor('tonghop1')
    const question = { filters: {}, principals: principalsOf(by), t: translateFor('vi'), at: new Date() }
    const { lines, isCut } = await readPrint(question)
    expect(lines.map(({ id }) => id)).toEqual((await listOf(by, '')).map(({ id }) => id))
    expect(isCut).toBe(false)
    expect(lines.find(({ state }) => state === 'awaitingAcceptance')).toMatchObject({
      symbol: '15/TB-UBDT',
      signedOn: '2021-09-10',
      result: 'Đã hoàn thành báo cáo',
    })
  })
})

test(`${MANY} tasks leave in one file, each once`, { timeout: 120_000 }, async () => {
  const by = office.actor('tonghop1')
  await manyLikeTheFirst(MANY)
  const list = await listOf(by, '?urgency=NORMAL')
  const { exportId } = await ready(by, '?urgency=NORMAL')
  const lines = (await sheetOf(by, exportId)).slice(ABOVE)
  expect(lines.length).toBe(list.length)
  expect(new Set(lines.map((cells) => cells[0])).size).toBe(list.length)
  expect(lines.filter((cells) => String(cells[6]).startsWith('Bản sao')).length).toBe(MANY)
  const { total, written } = await db.taskExport.findUniqueOrThrow({ where: { id: exportId } })
  expect([total, written]).toEqual([list.length, list.length])
})

type Cells = (string | number | boolean | Date | null)[]

async function linesOf(by: Actor, search: string): Promise<Cells[]> {
  return (await rowsOf(by, search)).slice(ABOVE)
}

async function rowsOf(by: Actor, search: string): Promise<Cells[]> {
  const { exportId } = await ready(by, search)
  return sheetOf(by, exportId)
}

async function ready(by: Actor, search: string) {
  const { exportId } = await askedFor(by, search)
  await writeExport(exportId, new Date())
  return { exportId }
}

function askedFor(by: Actor, search: string) {
  const filters = filtersIn(new URLSearchParams(search))
  return askForExport({ filters, by, locale: 'vi', address: null, at: new Date() })
}

/** The file as somebody downloads it, read by a library that is not ours. */
async function sheetOf({ personId, organId }: Actor, exportId: string): Promise<Cells[]> {
  const file = await downloadExport({ exportId, personId, organId, address: null, at: new Date() })
  const path = join(env.DATA_DIR, `${exportId}.xlsx`)
  await pipeline(file.content(new AbortController().signal), createWriteStream(path))
  return readSheet(path, { trim: false }) as Promise<Cells[]>
}

async function listOf(by: Actor, search: string): Promise<TaskRow[]> {
  const filters = filtersIn(new URLSearchParams(search))
  const today = new Date().toISOString().slice(0, 10)
  return Array.fromAsync(eachTask({ filters, principals: principalsOf(by), today }))
}
