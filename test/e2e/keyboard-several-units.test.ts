import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import {
  chooseByArrows,
  openActByKeys,
  openFromMyWork,
  pickByTyping,
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
const NEXT_YEAR = new Date().getFullYear() + 1
const WITHIN = { group: 'Nhiệm vụ 1' }

test('two units, more time and an urging are gone through by key presses only', async () => {
  const secretary = await signInByKeys('tonghop1')
  await enterSupportedTask(secretary)
  const chairman = await signInByKeys('chunhiem')
  await openFromMyWork(chairman, { tab: 'Chờ duyệt', content: CONTENT })
  await pressEnterOn(chairman, 'Giao nhiệm vụ')
  await reads(chairman, 'Đã giao nhiệm vụ.')

  const head = await signInByKeys('truong.tttt')
  await receive(head)
  await openActByKeys(head, 'Phân công')
  await pickByTyping(head, 'Giao cho', 'chuyen vien 2')
  await typeDay(head, 'Hạn', { month: 11, year: NEXT_YEAR })
  await typeInto(head, 'Yêu cầu', 'So sánh ba nhà cung cấp')
  await pressEnterOn(head, 'Phân công')
  await reads(head, 'Đã phân công.')
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
  await receive(supporter)
  await reportAs(supporter, 'Báo cáo kết quả')
  const officer = await signInByKeys('chuyenvien2.tttt')
  await receive(officer)
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

async function enterSupportedTask(page: Page): Promise<void> {
  await pressEnterOn(page, 'Văn bản chỉ đạo')
  await page.getByRole('heading', { level: 1, name: 'Văn bản chỉ đạo' }).waitFor()
  await pressEnterOn(page, 'Nhập chỉ đạo')
  await page.getByRole('heading', { level: 1, name: 'Nhập chỉ đạo' }).waitFor()
  await chooseByArrows(page, 'Loại văn bản', 'Kết luận tại cuộc họp')
  await typeInto(page, 'Trích yếu', 'Kết luận về trung tâm dữ liệu')
  await chooseByArrows(page, 'Lãnh đạo chỉ đạo', 'Bộ trưởng, Chủ nhiệm')
  await chooseByArrows(page, 'Người theo dõi', 'Chuyên viên tổng hợp 1 Văn phòng')
  await typeInto(page, 'Nội dung nhiệm vụ', CONTENT, WITHIN)
  await pickByTyping(page, 'Đơn vị chủ trì', 'tttt', WITHIN)
  await typeDay(page, 'Hạn', { month: 12, year: NEXT_YEAR }, WITHIN)
  await typeInto(page, 'Lĩnh vực', 'Chuyển đổi số', WITHIN)
  await tabTo(page, 'Đơn vị phối hợp', WITHIN)
  await page.keyboard.press('Space')
  await pressEnterOn(page, 'Thêm đơn vị phối hợp')
  await page.getByRole('combobox', { name: 'Đơn vị phối hợp 1' }).waitFor()
  // The new row stands above the button that was pressed for it.
  await tabBackTo(page, 'Đơn vị phối hợp 1')
  await takeFirstMatch(page, 'khtc')
  await pressEnterOn(page, 'Lưu dự thảo')
  await reads(page, 'Đã lưu dự thảo.')
}

async function receive(page: Page): Promise<void> {
  await openFromMyWork(page, { tab: 'Chờ tiếp nhận', content: CONTENT })
  await pressEnterOn(page, 'Tiếp nhận')
  await reads(page, 'Đã tiếp nhận.')
}

async function reportAs(page: Page, act: string): Promise<void> {
  await openActByKeys(page, act)
  await typeInto(page, 'Kết quả thực hiện', 'Kế hoạch đã đủ số liệu')
  await pressEnterOn(page, act)
  await reads(page, 'Đã gửi báo cáo.')
}
