import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { formatDay } from '#app/i18n/format.ts'
import { LOCALE_COOKIE } from '#app/i18n/locale.ts'
import { openAct } from './acts.ts'
import { application, press, signedInAs } from './browser.ts'
import { issueCounted } from './counted-task.ts'
import { inDays } from './days.ts'
import { fitsWidth, openTask, reads } from './on-screen.ts'

const CONTENT = 'Rà soát chế độ báo cáo định kỳ và đề xuất cắt giảm'
/** SCREENSHOTS=1 keeps a picture of the opened derivation, to be looked at. */
const PICTURES = process.env.SCREENSHOTS === '1' ? join(import.meta.dirname, '../screenshots') : null

test('a due day opens as its derivation, in a browser that runs no script, on a desk and on a phone, in both languages', async () => {
  const secretary = await signedInAs('tonghop1')
  await issueCounted(secretary, CONTENT)
  const task = await openTask(secretary, { tab: 'Để biết', content: CONTENT })
  await openAct(secretary, 'Điều chỉnh hạn')
  await pointsOutTheDayOff(secretary)
  await secretary.getByLabel('Hạn mới').fill(inDays(60))
  await secretary.getByLabel('Lý do').fill('Chờ ý kiến của các bộ')
  await press(secretary.getByRole('button', { name: 'Điều chỉnh hạn' }))
  await secretary.getByText('Đã điều chỉnh hạn.').waitFor()

  for (const width of [1280, 360]) {
    const head = await signedInAs('truong.tttt', { javaScript: false, width })
    await head.goto(task)
    await openByKeys(head, 'cách tính hạn')
    await reads(head, '10 ngày làm việc, tính từ ngày tiếp theo', 'không tính: nghỉ hằng tuần')
    expect(await lastLineOf(head)).toContain(formatDay(inDays(60)))
    await fitsWidth(head, width)
    await keepPicture(head, `due-day-vi-${width}`)
    await head.context().addCookies([{ name: LOCALE_COOKIE, value: 'en', url: application.address }])
    await head.goto(task)
    await openByKeys(head, 'how it is counted')
    await reads(head, '10 working day(s), from the day after', 'not counted: weekend', 'Due day changed on')
    expect(await lastLineOf(head)).toMatch(/^Due: /)
    await fitsWidth(head, width)
    await keepPicture(head, `due-day-en-${width}`)
  }
})

/** In the form, as soon as it is chosen; and nothing below it gives way. */
async function pointsOutTheDayOff(page: Page): Promise<void> {
  const day = page.getByLabel('Hạn mới')
  const placeOfReason = async () => (await page.getByLabel('Lý do').boundingBox())!.y
  const before = await placeOfReason()
  const reunification = `${Number(inDays(0).slice(0, 4)) + 1}-04-30`
  await day.fill(reunification)
  await page.getByText(`Ngày ${formatDay(reunification)} là ngày nghỉ (Ngày Chiến thắng`).waitFor()
  expect(await placeOfReason()).toBe(before)
  await keepPicture(page, 'due-day-off-chosen')
  await day.fill(inDays(60))
  await page.getByText('là ngày nghỉ').waitFor({ state: 'detached' })
}

async function openByKeys(page: Page, words: string): Promise<void> {
  const summaries = page.locator('summary', { hasText: words })
  // The task's and the lead unit's.
  expect(await summaries.count()).toBe(2)
  for (const summary of await summaries.all()) {
    await summary.focus()
    await summary.press('Enter')
  }
}

/** Of the task's own derivation. */
async function lastLineOf(page: Page): Promise<string> {
  return page.locator('details[open] > ol').first().locator('> li').last().innerText()
}

async function keepPicture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
}
