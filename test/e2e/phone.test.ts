import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PDF } from '#test/factories/office-files.ts'
import { accept, handOn, passUp, receive, report, reportProgress, sendBack } from './acts.ts'
import { press, signedInAs } from './browser.ts'
import { inDays } from './days.ts'
import { enterDirective } from './directive-form.ts'
import { fitsWidth, reads } from './on-screen.ts'

const WIDTH = 360
const CONTENT = 'Nối mạng cho các đơn vị ở trụ sở thứ hai và báo cáo tốc độ đường truyền của từng tầng'
const FILE = {
  name: 'bien-ban-nghiem-thu-duong-truyen-tru-so-thu-hai-tang-1-den-tang-9.pdf',
  mimeType: 'application/pdf',
}

test('a task comes from its entry to its acceptance on a phone of 360 pixels, by touch', async () => {
  const secretary = await onPhone('tonghop1')
  await enterDirective(secretary, {
    subject: 'Kết luận về đường truyền của trụ sở thứ hai',
    tasks: [{ content: CONTENT, typed: 'tttt', unit: 'Trung tâm Thông tin', dueOn: inDays(20) }],
  })

  const chairman = await onPhone('chunhiem')
  await openByMenu(chairman, 'Chờ duyệt')
  await press(chairman.getByRole('button', { name: 'Giao nhiệm vụ' }))
  await reads(chairman, 'Đã giao nhiệm vụ.')

  const head = await onPhone('truong.tttt')
  await openByMenu(head, 'Chờ tiếp nhận')
  await receive(head)
  await handOn(head, {
    typed: 'chuyen vien 2',
    person: 'Chuyên viên 2 Trung tâm Thông tin',
    dueOn: inDays(10),
    instruction: 'Đo ở từng tầng',
  })

  const officer = await onPhone('chuyenvien2.tttt')
  await openByMenu(officer, 'Chờ tiếp nhận')
  await receive(officer)
  await reportProgress(officer, {
    text: 'Đã đo ba tầng',
    percent: 35,
    difficulties: 'Tầng 5 chưa có điện',
    file: { ...FILE, buffer: PDF },
  })
  await report(officer, { text: 'Đã đo đủ chín tầng' })

  await openByMenu(head, 'Chờ duyệt')
  await passUp(head, { text: 'Báo cáo tốc độ đường truyền', documentSymbol: '21/BC-TTTT', documentOn: inDays(0) })
  await openByMenu(chairman, 'Chờ duyệt')
  await sendBack(chairman, 'Chưa có số liệu buổi chiều')
  await openByMenu(head, 'Đang xử lý')
  await passUp(head, { text: 'Báo cáo có cả số liệu buổi chiều' })
  await openByMenu(chairman, 'Chờ duyệt')
  await accept(chairman)
  await reads(chairman, 'Hoàn thành đúng hạn')
  for (const page of [secretary, chairman, head, officer]) await fitsWidth(page, WIDTH)
})

test('the filters of tasks wait behind a word that counts them, and stand in line where there is room, without script', async () => {
  const filtered = '/tasks?state=inProgress&timeliness=IN_TIME'
  const phone = await signedInAs('tonghop1', { width: WIDTH, javaScript: false })
  await phone.goto(filtered)
  expect(await phone.getByLabel('Trạng thái').isVisible()).toBe(false)
  await phone.getByLabel('Tìm trong nội dung').waitFor()
  await press(phone.locator('summary').filter({ hasText: 'Bộ lọc (2 đang dùng)' }))
  await phone.getByLabel('Trạng thái').waitFor()
  await fitsWidth(phone, WIDTH)

  const desk = await signedInAs('tonghop1', { javaScript: false })
  await desk.goto(filtered)
  await desk.getByLabel('Trạng thái').waitFor()
  expect(await desk.locator('summary').filter({ hasText: 'Bộ lọc (2 đang dùng)' }).isVisible()).toBe(false)
})

async function onPhone(username: string): Promise<Page> {
  return signedInAs(username, { width: WIDTH })
}

/** The menu of a narrow screen is behind a word, with the counts in it. */
async function openByMenu(page: Page, tab: string): Promise<void> {
  await fitsWidth(page, WIDTH)
  await press(page.locator('summary').filter({ hasText: 'Danh mục' }))
  await fitsWidth(page, WIDTH)
  await press(page.getByRole('navigation', { name: 'Danh mục' }).getByRole('link', { name: tab }))
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
  await fitsWidth(page, WIDTH)
  await press(page.getByRole('link', { name: CONTENT }))
  await page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' }).waitFor()
  await fitsWidth(page, WIDTH)
}
