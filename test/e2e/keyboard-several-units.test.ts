import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { enterByKeys, FIRST_TASK, handOnByKeys, issueByKeys, NEXT_YEAR, receiveByKeys } from './acts-by-keys.ts'
import {
  openActByKeys,
  openFromMyWork,
  pressEnterOn,
  signInByKeys,
  tabBackTo,
  tabTo,
  takeFirstMatch,
  typeDay,
  typeInto,
} from './keys.ts'
import { reads, timelineOf } from './on-screen.ts'

const CONTENT = 'Lập kế hoạch thuê dịch vụ trung tâm dữ liệu'

test('two units, more time and an urging are gone through by key presses only', async () => {
  const secretary = await signInByKeys('tonghop1')
  await enterSupportedTask(secretary)
  const chairman = await signInByKeys('chunhiem')
  await issueByKeys(chairman, CONTENT)

  const head = await signInByKeys('truong.tttt')
  await receiveByKeys(head, CONTENT)
  await handOnByKeys(head, { typed: 'chuyen vien 2', instruction: 'So sánh ba nhà cung cấp' })
  await openActByKeys(head, 'Đề nghị gia hạn')
  await typeDay(head, 'Hạn mới', { month: 1, year: NEXT_YEAR + 1 })
  await typeInto(head, 'Lý do', 'Chờ dự toán được duyệt')
  await pressEnterOn(head, 'Đề nghị gia hạn')
  await reads(head, 'Đã gửi đề nghị gia hạn.')

  await openFromMyWork(secretary, { tab: 'Chờ duyệt', content: CONTENT })
  await openActByKeys(secretary, 'Đồng ý gia hạn')
  await pressEnterOn(secretary, 'Đồng ý gia hạn')
  await reads(secretary, 'Đã đồng ý gia hạn.', `01/01/${NEXT_YEAR + 1} (đã gia hạn 1 lần)`)
  await openActByKeys(secretary, 'Đôn đốc')
  await typeInto(secretary, 'Nội dung đôn đốc', 'Đề nghị gửi dự thảo trong tuần')
  await pressEnterOn(secretary, 'Đôn đốc')
  await reads(secretary, 'Đã đôn đốc.')

  const supporter = await signInByKeys('truong.khtc')
  await receiveByKeys(supporter, CONTENT)
  await reportAs(supporter, 'Báo cáo kết quả')
  const officer = await signInByKeys('chuyenvien2.tttt')
  await receiveByKeys(officer, CONTENT)
  await reportAs(officer, 'Báo cáo kết quả')

  await openFromMyWork(head, { tab: 'Chờ duyệt', content: CONTENT })
  await openActByKeys(head, 'Xác nhận phần phối hợp (Vụ Kế hoạch - Tài chính)')
  await pressEnterOn(head, 'Xác nhận phần phối hợp')
  await reads(head, 'Đã xác nhận phần phối hợp.')
  await reportAs(head, 'Trình kết quả')
  await openFromMyWork(chairman, { tab: 'Chờ duyệt', content: CONTENT })
  await openActByKeys(chairman, 'Duyệt kết quả')
  await pressEnterOn(chairman, 'Duyệt kết quả')
  await reads(chairman, 'Đã duyệt kết quả.', 'Hoàn thành đúng hạn')
  expect(await timelineOf(chairman)).toContain('Đôn đốc')
})

/** With one supporting unit. */
async function enterSupportedTask(page: Page): Promise<void> {
  const addSupporter = async () => {
    await typeInto(page, 'Lĩnh vực', 'Chuyển đổi số', FIRST_TASK)
    await tabTo(page, 'Đơn vị phối hợp', FIRST_TASK)
    await page.keyboard.press('Space')
    await pressEnterOn(page, 'Thêm đơn vị phối hợp')
    await page.getByRole('combobox', { name: 'Đơn vị phối hợp 1' }).waitFor()
    // The new row stands above the button that was pressed for it.
    await tabBackTo(page, 'Đơn vị phối hợp 1')
    await takeFirstMatch(page, 'khtc')
  }
  await enterByKeys(page, { subject: 'Kết luận về trung tâm dữ liệu', content: CONTENT, more: addSupporter })
}

async function reportAs(page: Page, act: string): Promise<void> {
  await openActByKeys(page, act)
  await typeInto(page, 'Kết quả thực hiện', 'Kế hoạch đã đủ số liệu')
  await pressEnterOn(page, act)
  await reads(page, 'Đã gửi báo cáo.')
}
