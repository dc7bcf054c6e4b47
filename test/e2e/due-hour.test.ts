import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { formatDay } from '#app/i18n/format.ts'
import { LOCALE_COOKIE } from '#app/i18n/locale.ts'
import { application, press, signedInAs } from './browser.ts'
import { inDays } from './days.ts'
import { fillSource, fillTask } from './directive-form.ts'
import { fitsWidth, openTask, reads } from './on-screen.ts'

const CONTENT = 'Báo cáo ngay tình hình thiệt hại do mưa lũ'
/** SCREENSHOTS=1 keeps pictures, to be looked at. */
const PICTURES = process.env.SCREENSHOTS === '1' ? join(import.meta.dirname, '../screenshots') : null

test('flash work that was due at the first minute of today is late on every page of today, without a script too', async () => {
  const secretary = await signedInAs('tonghop1', { javaScript: false })
  await enterFlash(secretary)

  const due = `00:00 ${formatDay(inDays(0))}`
  for (const width of [1280, 360]) {
    const head = await signedInAs('truong.tttt', { width, javaScript: false })
    await head.goto('/my-work/overdue')
    await reads(head, CONTENT, due)
    await fitsWidth(head, width)
    await openTask(head, { tab: 'Quá hạn', content: CONTENT })
    await reads(head, `00:00 ngày ${formatDay(inDays(0))}`, 'Quá hạn')
    await fitsWidth(head, width)
    await keepPicture(head, `due-hour-task-${width}`)
    await head.context().addCookies([{ name: LOCALE_COOKIE, value: 'en', url: application.address }])
    await head.reload()
    await press(head.locator('summary', { hasText: 'how it is counted' }).first())
    await reads(head, 'Due: 00:00 on')
  }

  const q = encodeURIComponent(CONTENT)
  await secretary.goto(`/tasks?timeliness=OVERDUE&q=${q}`)
  await reads(secretary, CONTENT, due)
  await keepPicture(secretary, 'due-hour-list')
  const file = await secretary.request.get(`/tasks/export?q=${q}`)
  expect(await file.text()).toContain(`Quá hạn;${due}`)
})

/** The hour shows with the urgency, and with no other. */
async function enterFlash(secretary: Page): Promise<void> {
  await secretary.goto('/directives/new')
  await fillSource(secretary, {
    subject: 'Công điện về ứng phó mưa lũ',
    signed: { symbol: '9/CĐ-UBDT', signedOn: inDays(0), signer: 'Bộ trưởng, Chủ nhiệm' },
    tasks: [],
  })
  const row = secretary.getByRole('group', { name: 'Nhiệm vụ 1' })
  await fillTask(row, { content: CONTENT, typed: 'tttt', unit: 'Trung tâm Thông tin', dueOn: inDays(0) })
  const hour = row.getByLabel('Giờ (hỏa tốc)', { exact: true })
  expect(await hour.isVisible()).toBe(false)
  await row.getByLabel('Độ khẩn').selectOption('Hỏa tốc')
  await hour.fill('00:00')
  await keepPicture(secretary, 'due-hour-form-1280')
  await secretary.setViewportSize({ width: 360, height: 740 })
  await fitsWidth(secretary, 360)
  await keepPicture(secretary, 'due-hour-form-360')
  await secretary.setViewportSize({ width: 1280, height: 900 })
  await press(secretary.getByRole('button', { name: 'Lưu dự thảo' }))
  await secretary.getByText('Đã lưu dự thảo.').waitFor()
  await press(secretary.getByRole('button', { name: 'Giao 1 nhiệm vụ' }))
  await secretary.getByText('Đã giao các nhiệm vụ.').waitFor()
}

async function keepPicture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
}
