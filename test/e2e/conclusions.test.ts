import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PDF } from '#test/factories/office-files.ts'
import { accept, handOn, passUp, receive, report, reportProgress, revoke, sendBack } from './acts.ts'
import { expectAnswer, press, signedInAs } from './browser.ts'
import { readConclusions } from './conclusions.ts'
import { inDays, shownDay } from './days.ts'
import { type EnteredTask, enterDirective } from './directive-form.ts'
import { menuCounts, newInMenu, openTask, reads, timelineOf } from './on-screen.ts'
import { tasksIn } from './tasks-in.ts'

const SUBJECT = 'Kết luận làm việc với Trung tâm Thông tin, ngày 9 tháng 9 năm 2021'
/** How the secretariat finds the units: by abbreviation, without diacritics, by a part of the name, in capitals. */
const TYPED = ['tttt', 'trung tam thong tin', 'ke hoach', 'TCCB']
const DUE_ON = inDays(60)
const FIGURES = { name: 'so-lieu.txt', mimeType: 'text/plain', buffer: Buffer.from('Số liệu của 17 đơn vị\n') }
const RESULT = {
  name: 'báo cáo tổng hợp.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([PDF, Buffer.from('% bản trình ngày hôm nay\n')]),
}

type Hands = Record<
  'secretary' | 'chairman' | 'headOfInformation' | 'officerOfInformation' | 'headOfFinance' | 'headOfPersonnel',
  Page
>

/** The office may have other work already; it is not counted here. */
const waitedBefore = new Map<Page, Record<string, number>>()

test('the conclusions of 9 September 2021 pass through six hands', async () => {
  const tasks = tasksIn(readConclusions()).map(({ content, unit }, index): EnteredTask => ({
    content,
    unit,
    typed: TYPED[index]!,
    dueOn: DUE_ON,
  }))
  expect(tasks.map(({ unit }) => unit)).toEqual([
    'Trung tâm Thông tin',
    'Trung tâm Thông tin',
    'Vụ Kế hoạch - Tài chính',
    'Vụ Tổ chức cán bộ',
  ])
  const [aboutReport, , aboutReview, aboutCommittee] = tasks as [EnteredTask, EnteredTask, EnteredTask, EnteredTask]
  const hands: Hands = {
    secretary: await signedInAs('tonghop1'),
    chairman: await signedInAs('chunhiem'),
    headOfInformation: await signedInAs('truong.tttt'),
    officerOfInformation: await signedInAs('chuyenvien1.tttt'),
    headOfFinance: await signedInAs('truong.khtc'),
    headOfPersonnel: await signedInAs('truong.tccb'),
  }
  for (const page of Object.values(hands)) waitedBefore.set(page, await menuCounts(page))
  await enterAndIssue(hands, tasks)
  await carryToAccepted(hands, aboutReport)
  await sendBackOnce(hands, aboutReview)
  await revokeOne(hands, aboutCommittee)
})

/** Entered by the secretariat; the source is not signed, so only the chairman's own word issues it. */
async function enterAndIssue({ secretary, chairman, headOfInformation }: Hands, tasks: EnteredTask[]): Promise<void> {
  const directive = await enterDirective(secretary, { subject: SUBJECT, tasks })
  await expect.poll(() => secretary.getByText('Dự thảo', { exact: true }).count()).toBe(tasks.length)

  await openTask(chairman, { tab: 'Chờ duyệt', content: tasks[0]!.content })
  expect(await waitingFor(chairman)).toEqual({ 'Chờ duyệt': tasks.length })
  await reads(chairman, 'Nhiệm vụ còn là dự thảo', 'Chờ Bộ trưởng, Chủ nhiệm giao nhiệm vụ')

  await secretary.goto(new URL(chairman.url()).pathname)
  await reads(secretary, 'bộ phận tổng hợp chỉ giao theo văn bản đã ký')

  await chairman.goto(directive)
  await press(chairman.getByRole('button', { name: `Giao ${tasks.length} nhiệm vụ` }))
  await reads(chairman, 'Đã giao các nhiệm vụ.')
  await expect.poll(() => chairman.getByText('Đã giao', { exact: true }).count()).toBe(tasks.length)
  expect(await waitingFor(chairman)).toEqual({})

  await headOfInformation.goto('/my-work')
  expect(await waitingFor(headOfInformation)).toEqual({ 'Chờ tiếp nhận': 2 })
}

/** Received, handed on, reported to the head, passed up and accepted; the product comes down as it went up. */
async function carryToAccepted(hands: Hands, { content }: EnteredTask): Promise<void> {
  const { chairman, secretary, headOfInformation: head, officerOfInformation: officer, headOfFinance: stranger } = hands
  const task = await openTask(head, { tab: 'Chờ tiếp nhận', content })
  await reads(head, 'Đã giao', 'Chờ Trung tâm Thông tin tiếp nhận')
  await receive(head)
  await reads(head, 'Đang thực hiện', 'Trung tâm Thông tin đang xử lý')
  await handOn(head, {
    typed: 'chuyen vien 1',
    person: 'Chuyên viên 1 Trung tâm Thông tin',
    dueOn: inDays(30),
    instruction: 'Lấy số liệu của từng đơn vị',
  })
  await reads(head, 'Đã phân công', 'Chờ Chuyên viên 1 Trung tâm Thông tin tiếp nhận')

  await openTask(officer, { tab: 'Chờ tiếp nhận', content })
  await reads(officer, 'Lấy số liệu của từng đơn vị', `Hạn: ${shownDay(inDays(30))}`)
  await receive(officer)
  await reportProgress(officer, {
    text: 'Đã có số liệu của 15 đơn vị',
    percent: 40,
    difficulties: 'Hai đơn vị chưa gửi',
    file: FIGURES,
  })
  await reads(officer, 'Khó khăn, vướng mắc: Hai đơn vị chưa gửi')
  await report(officer, { text: 'Dự thảo báo cáo đã xong' })
  expect(await waitingFor(officer)).toEqual({})

  await openTask(head, { tab: 'Chờ duyệt', content })
  await reads(head, 'Dự thảo báo cáo đã xong', 'Chờ Trung tâm Thông tin xem báo cáo')
  await passUp(head, {
    text: 'Báo cáo tổng hợp, kèm phụ lục số liệu',
    documentSymbol: '12/BC-TTTT',
    documentOn: inDays(0),
    file: RESULT,
  })
  await reads(head, 'Chờ duyệt kết quả', 'Chờ Bộ trưởng, Chủ nhiệm duyệt kết quả')

  await openTask(chairman, { tab: 'Chờ duyệt', content })
  expect(await waitingFor(chairman)).toEqual({ 'Chờ duyệt': 1 })
  await reads(chairman, `Văn bản kết quả: 12/BC-TTTT ngày ${shownDay(inDays(0))}`)
  expect(await download(chairman, RESULT.name)).toEqual(RESULT.buffer)
  expect(await download(chairman, FIGURES.name)).toEqual(FIGURES.buffer)
  await accept(chairman)
  await reads(chairman, 'Kết quả đã được duyệt, nhiệm vụ hoàn thành.', 'Hoàn thành đúng hạn')
  expect(await waitingFor(chairman)).toEqual({})
  expect(await timelineOf(chairman)).toEqual([
    'Kết thúc phần việc của Chuyên viên 1 Trung tâm Thông tin',
    'Kết thúc phần việc của Trung tâm Thông tin',
    'Duyệt kết quả',
    'Kết quả chờ duyệt',
    'Báo cáo kết quả (Trung tâm Thông tin)',
    'Báo cáo kết quả (Chuyên viên 1 Trung tâm Thông tin)',
    'Cập nhật tiến độ (Chuyên viên 1 Trung tâm Thông tin): 40%',
    'Tiếp nhận (Chuyên viên 1 Trung tâm Thông tin)',
    'Giao cho Chuyên viên 1 Trung tâm Thông tin',
    'Phân công',
    'Bắt đầu thực hiện',
    'Tiếp nhận (Trung tâm Thông tin)',
    'Giao cho Trung tâm Thông tin',
    'Giao nhiệm vụ',
    'Nhập dự thảo nhiệm vụ',
  ])

  await secretary.goto(task)
  await reads(secretary, 'Hoàn thành đúng hạn')
  expectAnswer(stranger, 404)
  await stranger.goto(task)
  await stranger.getByRole('heading', { name: 'Không tìm thấy' }).waitFor()
}

/** Sent back by the chairman with a reason, reported again, accepted by the secretariat's standing duty. */
async function sendBackOnce({ chairman, secretary, headOfFinance: head }: Hands, { content }: EnteredTask) {
  const task = await openTask(head, { tab: 'Chờ tiếp nhận', content })
  await receive(head)
  await passUp(head, { text: 'Danh mục các dự án từ năm 2016' })

  await openTask(chairman, { tab: 'Chờ duyệt', content })
  await sendBack(chairman, 'Chưa đánh giá hiệu quả của từng dự án')
  await reads(chairman, 'Đang thực hiện', 'Vụ Kế hoạch - Tài chính đang xử lý')

  await openTask(head, { tab: 'Đang xử lý', content })
  await reads(head, 'Chưa đánh giá hiệu quả của từng dự án')
  await passUp(head, { text: 'Danh mục và đánh giá hiệu quả', documentSymbol: '45/BC-KHTC', documentOn: inDays(0) })

  await openTask(secretary, { tab: 'Chờ duyệt', content })
  await accept(secretary)
  await head.goto(task)
  await reads(head, 'Hoàn thành đúng hạn')
  expect((await timelineOf(head)).slice(0, 8)).toEqual([
    'Kết thúc phần việc của Vụ Kế hoạch - Tài chính',
    'Duyệt kết quả',
    'Kết quả chờ duyệt',
    'Báo cáo kết quả (Vụ Kế hoạch - Tài chính)',
    'Kết quả bị trả lại (Vụ Kế hoạch - Tài chính)',
    'Trả lại để làm tiếp',
    'Kết quả chờ duyệt',
    'Báo cáo kết quả (Vụ Kế hoạch - Tài chính)',
  ])
  expect(await waitingFor(head)).toEqual({})
}

/** Revoked while the unit is at work: nobody owes anything any more, and the reason is there to read. */
async function revokeOne({ chairman, headOfPersonnel: head }: Hands, { content }: EnteredTask): Promise<void> {
  const task = await openTask(head, { tab: 'Chờ tiếp nhận', content })
  await receive(head)
  expect(await waitingFor(head)).toEqual({ 'Đang xử lý': 1 })

  await chairman.goto(task)
  await revoke(chairman, 'Việc này nhập vào đề án chung')
  await reads(chairman, 'Nhiệm vụ đã được thu hồi', 'Đã thu hồi')

  await head.goto(task)
  await reads(head, 'Nhiệm vụ đã được thu hồi', 'Việc này nhập vào đề án chung', 'Lúc này không có việc gì chờ bạn')
  expect(await waitingFor(head)).toEqual({})
}

async function waitingFor(page: Page): Promise<Record<string, number>> {
  return newInMenu(page, waitedBefore.get(page) ?? {})
}

async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), press(page.getByRole('link', { name }).first())])
  expect(file.suggestedFilename()).toBe(name)
  return readFile(await file.path())
}
