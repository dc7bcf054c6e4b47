import type { Page } from 'playwright-core'
import { type Period, periodOf } from '#workflows/calendar/periods.ts'
import { press } from './browser.ts'
import { inDays } from './days.ts'
import { pick } from './directive-form.ts'

/** The month whose data are being gathered: opened a month before they close, its task is there at once. */
const PRESENT_MONTH: Period = periodOf('MONTH', inDays(0))
export const PRESENT_MONTH_WORDS = `tháng ${PRESENT_MONTH.slice(5)}/${PRESENT_MONTH.slice(0, 4)}`

/** Enters a monthly duty of the information centre under a directive, and answers with the path of its page. */
export async function enterSeries(
  page: Page,
  { directive, content }: { directive: string; content: string },
): Promise<string> {
  await page.goto(directive)
  await press(page.getByRole('link', { name: 'Thêm nhiệm vụ định kỳ' }))
  await page.getByRole('heading', { level: 1, name: 'Thêm nhiệm vụ định kỳ' }).waitFor()
  await page.getByLabel('Nội dung nhiệm vụ').fill(content)
  await page.getByLabel('Kỳ đầu tiên').selectOption(PRESENT_MONTH)
  await page.getByLabel('Mở trước ngày chốt số liệu').fill('31')
  await pick(page.getByLabel('Đơn vị chủ trì'), { typed: 'tttt', option: 'Trung tâm Thông tin' })
  await page.getByLabel('Lãnh đạo chỉ đạo').selectOption('Bộ trưởng, Chủ nhiệm')
  await page.getByLabel('Người theo dõi').selectOption('Chuyên viên tổng hợp 1 Văn phòng')
  await press(page.getByRole('button', { name: 'Lưu dự thảo' }))
  await page.getByText('Đã lưu dự thảo nhiệm vụ định kỳ.').waitFor()
  return new URL(page.url()).pathname
}

/** From the page of a draft. */
export async function issueSeries(page: Page): Promise<void> {
  await press(page.getByRole('button', { name: 'Giao', exact: true }))
  await page.getByText('Đã giao nhiệm vụ định kỳ.').waitFor()
}
