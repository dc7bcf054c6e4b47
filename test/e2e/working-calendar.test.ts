import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { calendarByLaw } from '#app/deadlines/working-calendar.server.ts'
import { workingDaysAfter } from '#workflows/calendar/working-days.ts'
import { press, signedInAs } from './browser.ts'
import { issueCounted } from './counted-task.ts'
import { inDays, shownDay } from './days.ts'
import { fitsWidth, openTask, reads, timelineOf } from './on-screen.ts'

const CONTENT = 'Tổng hợp danh mục thủ tục hành chính nội bộ của các đơn vị'
/** SCREENSHOTS=1 keeps pictures of what the administrator sees. */
const PICTURES = process.env.SCREENSHOTS === '1' ? join(import.meta.dirname, '../screenshots') : null

test('a day off is announced, the due days it moves are seen first, and the history says why they moved', async () => {
  const due = (days: number) => shownDay(workingDaysAfter(calendarByLaw(inDays(0)), inDays(0), days))
  const dayOff = workingDaysAfter(calendarByLaw(inDays(0)), inDays(0), 4)
  const secretary = await signedInAs('tonghop1')
  await issueCounted(secretary, CONTENT)

  for (const width of [1280, 360]) {
    const scriptless = await signedInAs('quantri', { javaScript: false, width })
    await scriptless.goto('/admin/calendar/new')
    await announce(scriptless, dayOff)
    await reads(scriptless, 'Các hạn sẽ chuyển', due(10), due(11), '10 ngày làm việc, tính từ ngày tiếp theo')
    await fitsWidth(scriptless, width)
    await keepPicture(scriptless, `calendar-look-${width}`)
  }

  const administrator = await signedInAs('quantri')
  await administrator.goto('/admin/calendar/new')
  await announce(administrator, dayOff)
  await press(administrator.getByRole('button', { name: 'Ghi vào lịch và chuyển 1 hạn' }))
  await administrator.getByText('Đã chuyển hạn của 1 nhiệm vụ').waitFor()
  await keepPicture(administrator, 'calendar-moved-1280')
  await administrator.goto(`/admin/calendar?year=${dayOff.slice(0, 4)}`)
  await reads(administrator, 'Công văn 2/VPCP-KGVX')
  await keepPicture(administrator, 'calendar-year-1280')
  await administrator.setViewportSize({ width: 360, height: 740 })
  await fitsWidth(administrator, 360)
  await keepPicture(administrator, 'calendar-year-360')

  await openTask(secretary, { tab: 'Để biết', content: CONTENT })
  expect((await timelineOf(secretary))[0]).toBe('Hạn tính lại theo lịch làm việc mới')
  const history = secretary.getByRole('list', { name: 'Diễn biến' })
  await history.getByText('Theo Công văn 2/VPCP-KGVX').waitFor()
  await history.getByText(due(11)).first().waitFor()
  await keepPicture(secretary, 'calendar-history-1280')
})

async function announce(page: Page, day: string): Promise<void> {
  await page.getByLabel('Từ ngày').fill(day)
  await page.getByLabel('Theo văn bản').fill('Công văn 2/VPCP-KGVX')
  await press(page.getByRole('button', { name: 'Thêm ngày' }))
}

async function keepPicture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
}
