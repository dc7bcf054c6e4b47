import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { calendarByLaw } from '#app/deadlines/working-calendar.server.ts'
import { isWorkingDay } from '#workflows/calendar/working-calendar.ts'
import { NEXT_YEAR } from './acts-by-keys.ts'
import { expectAnswer, signedInAs } from './browser.ts'
import { inDays, shownDay } from './days.ts'
import { issueAll } from './issued-directive.ts'
import { chooseByArrows, pickByTyping, pressEnterOn, signInByKeys, tabTo, typeDay, typeInto } from './keys.ts'
import { reads } from './on-screen.ts'
import { unreadOn } from './unread.ts'

const CONTENT = 'Đối chiếu danh sách tài khoản dùng chung với các đơn vị'
const SOURCE = 'Công văn 9/VPCP-KGVX'

test('an administrator keeps reminders and the calendar by key presses only', async () => {
  const administrator = await signInByKeys('quantri')
  await openSection(administrator, 'Nhắc việc')
  await pressEnterOn(administrator, 'Soạn chính sách nhắc việc')
  expectAnswer(administrator, 400)
  await typeInto(administrator, 'Nhắc trước hạn', 'hai', { group: 'Quy tắc 1' })
  await pressEnterOn(administrator, 'Lưu thành phiên bản mới')
  await administrator.getByRole('alert').first().waitFor()
  await tabTo(administrator, 'Nhắc trước hạn', { group: 'Quy tắc 1' })
  await administrator.keyboard.press('ControlOrMeta+A')
  await administrator.keyboard.type('5, 1')
  await pressEnterOn(administrator, 'Lưu thành phiên bản mới')
  await reads(administrator, 'Đã lưu phiên bản mới.')
  await tabTo(administrator, 'Đưa vào áp dụng')
  const before = await timesPutInForce()
  await Promise.all(['Enter', 'Enter'].map((key) => administrator.keyboard.press(key)))
  await reads(administrator, 'Đã đưa chính sách vào áp dụng.')
  expect(await timesPutInForce()).toBe(before + 1)

  const month = [7, 8, 9, 10].find((each) => isWorkingDay(calendarByLaw(firstDay(each)), firstDay(each)))!
  const day = shownDay(firstDay(month))
  await openSection(administrator, 'Lịch làm việc')
  await pressEnterOn(administrator, 'Thêm ngày')
  await administrator.getByRole('heading', { level: 1, name: 'Thêm ngày' }).waitFor()
  await typeDay(administrator, 'Từ ngày', { month, year: NEXT_YEAR })
  await typeInto(administrator, 'Theo văn bản', SOURCE)
  await pressEnterOn(administrator, 'Thêm ngày')
  await reads(administrator, 'Đã ghi vào lịch.', SOURCE)
  await pressEnterOn(administrator, `Bỏ ${day}`)
  await administrator.getByRole('heading', { level: 1, name: `Bỏ ngày ${day}` }).waitFor()
  await pressEnterOn(administrator, 'Ghi vào lịch')
  await reads(administrator, 'Đã ghi vào lịch.')
  expect(await administrator.getByText(SOURCE).count()).toBe(0)
})

test('notices, the feed, the ways of being told and an absence are kept by key presses only', async () => {
  await issueAll(await signedInAs('tonghop1'), [CONTENT])
  const head = await signInByKeys('truong.tttt')
  await pressEnterOn(head, 'Thông báo')
  await head.getByRole('heading', { level: 1, name: 'Thông báo' }).waitFor()
  await head.getByText(CONTENT).first().waitFor()
  const unread = await unreadOn(head)
  await pressEnterOn(head, 'Đánh dấu đã đọc')
  await expect.poll(() => unreadOn(head)).toBe(unread - 1)
  await pressEnterOn(head, `${shownDay(inDays(45))} · Vì sao là ngày này`)
  await reads(head, 'Giao nhiệm vụ')
  await pressEnterOn(head, 'Việc mới được giao')
  await head.getByRole('heading', { level: 1, name: 'Nhiệm vụ' }).waitFor()

  await openAccount(head, 'Chọn cách nhận thông báo')
  await chooseByArrows(head, 'Thư điện tử được gửi', 'Một thư mỗi ngày làm việc, 8 giờ')
  await pressEnterOn(head, 'Lưu')
  await reads(head, 'Đã lưu cách nhận thông báo.')

  await openAccount(head, 'Đưa hạn xử lý vào lịch')
  await pressEnterOn(head, 'Tạo địa chỉ')
  await reads(head, 'Chép lại ngay')
  await pressEnterOn(head, 'Thu hồi địa chỉ')
  await reads(head, 'Đã thu hồi địa chỉ lịch.')

  await openAccount(head, 'Cử người thay, xem các lần vắng mặt')
  await pressEnterOn(head, 'Cử người thay')
  await head.getByRole('heading', { level: 1, name: 'Cử người thay' }).waitFor()
  await pickByTyping(head, 'Người thay', 'pho vu truong vu ke hoach')
  await typeDay(head, 'Đến hết ngày', { month: 1, year: NEXT_YEAR })
  await pressEnterOn(head, 'Cử người thay')
  await reads(head, 'Đã cử người thay.')
  await pressEnterOn(head, 'Kết thúc sớm')
  await head.getByRole('heading', { level: 1, name: 'Kết thúc việc thay' }).waitFor()
  await pressEnterOn(head, 'Kết thúc sớm')
  await reads(head, 'Đã kết thúc việc thay.')
})

/** The day whose number is that of its month, in the next year. */
function firstDay(month: number): string {
  const two = String(month).padStart(2, '0')
  return `${NEXT_YEAR}-${two}-${two}`
}

async function openSection(page: Page, name: string): Promise<void> {
  await pressEnterOn(page, name)
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

async function openAccount(page: Page, link: string): Promise<void> {
  await pressEnterOn(page, 'Tài khoản')
  await page.getByRole('heading', { level: 1, name: 'Tài khoản của tôi' }).waitFor()
  await pressEnterOn(page, link)
}

async function timesPutInForce(): Promise<number> {
  const page = await signedInAs('quantri')
  await page.goto('/admin/audit')
  return page.getByText('Đưa chính sách nhắc việc vào áp dụng').count()
}
