/** The acts both keyboard journeys go through, by key presses only. */
import type { Page } from 'playwright-core'
import { chooseByArrows, openActByKeys, openFromMyWork, pickByTyping, pressEnterOn, typeDay, typeInto } from './keys.ts'
import { reads } from './on-screen.ts'

export const NEXT_YEAR = new Date().getFullYear() + 1

/** The fields of the first task of a directive. */
export const FIRST_TASK = { group: 'Nhiệm vụ 1' }

/** From the menu to a draft of the chairman for the information centre, due at the end of next year; `more` is typed before it is saved. */
export async function enterByKeys(
  page: Page,
  { subject, content, more }: { subject: string; content: string; more: () => Promise<void> },
): Promise<void> {
  await pressEnterOn(page, 'Văn bản chỉ đạo')
  await page.getByRole('heading', { level: 1, name: 'Văn bản chỉ đạo' }).waitFor()
  await pressEnterOn(page, 'Nhập chỉ đạo')
  await page.getByRole('heading', { level: 1, name: 'Nhập chỉ đạo' }).waitFor()
  await chooseByArrows(page, 'Loại văn bản', 'Kết luận tại cuộc họp')
  await typeInto(page, 'Trích yếu', subject)
  await chooseByArrows(page, 'Lãnh đạo chỉ đạo', 'Bộ trưởng, Chủ nhiệm')
  await chooseByArrows(page, 'Người theo dõi', 'Chuyên viên tổng hợp 1 Văn phòng')
  await typeInto(page, 'Nội dung nhiệm vụ', content, FIRST_TASK)
  await pickByTyping(page, 'Đơn vị chủ trì', 'tttt', FIRST_TASK)
  await typeDay(page, 'Hạn', { month: 12, year: NEXT_YEAR }, FIRST_TASK)
  await more()
  await pressEnterOn(page, 'Lưu dự thảo')
  await reads(page, 'Đã lưu dự thảo.')
}

export async function issueByKeys(page: Page, content: string): Promise<void> {
  await openFromMyWork(page, { tab: 'Chờ duyệt', content })
  await pressEnterOn(page, 'Giao nhiệm vụ')
  await reads(page, 'Đã giao nhiệm vụ.')
}

export async function receiveByKeys(page: Page, content: string): Promise<void> {
  await openFromMyWork(page, { tab: 'Chờ tiếp nhận', content })
  await pressEnterOn(page, 'Tiếp nhận')
  await reads(page, 'Đã tiếp nhận.')
}

export async function handOnByKeys(page: Page, { typed, instruction }: { typed: string; instruction: string }) {
  await openActByKeys(page, 'Phân công')
  await pickByTyping(page, 'Giao cho', typed)
  await typeDay(page, 'Hạn', { month: 11, year: NEXT_YEAR })
  await typeInto(page, 'Yêu cầu', instruction)
  await pressEnterOn(page, 'Phân công')
  await reads(page, 'Đã phân công.')
}
