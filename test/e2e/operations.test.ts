import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { expectAnswer, press, signedInAs } from './browser.ts'
import { issueAll } from './issued-directive.ts'
import { fitsWidth, openTask, reads } from './on-screen.ts'
import { putStuckMessages, retriedAgain } from './stuck-messages.ts'
import { faultsOf } from './wcag.ts'

const TASK = 'Nâng cấp đường truyền của trụ sở'
const WORDS = 'Đề nghị gửi báo cáo trước thứ Sáu'
const REASON = 'Chuyển hệ thống sang máy chủ mới'
/** SCREENSHOTS=1 keeps pictures, to be looked at. */
const PICTURES = process.env.SCREENSHOTS === '1' ? join(import.meta.dirname, '../screenshots') : null

/** Whatever became of the test, nobody after it finds a system that only reads. */
afterAll(async () => {
  const administrator = await signedInAs('quantri')
  await administrator.goto('/admin/operations/read-only')
  const off = administrator.getByRole('button', { name: 'Tắt chế độ chỉ đọc' })
  if (await off.isVisible()) await press(off)
})

test('an administrator sees what is stuck and why, hands it over again, and sees when each schedule last ran', async () => {
  const ids = await putStuckMessages()
  const administrator = await signedInAs('quantri')
  await press(administrator.getByRole('link', { name: 'Vận hành' }))
  await administrator.getByRole('heading', { level: 1, name: 'Vận hành' }).waitFor()
  await reads(administrator, 'Máy xử lý không biết việc này')
  await reads(administrator, 'Không kết nối được với máy chủ bên ngoài')
  expect(await administrator.content()).not.toContain('ông Nguyễn')
  await administrator.getByRole('row', { name: /outbox\.return.*Xong/ }).waitFor()
  await examine(administrator, 'operations-stuck')

  await press(administrator.getByRole('button', { name: `Giao lại mail.of.tomorrow, mã ${ids.unknown}` }))
  await reads(administrator, 'Đã giao lại.')
  // The worker has it at once, and knows it no better than before.
  await expect.poll(() => retriedAgain(ids.unknown), { timeout: 10_000 }).toBe(true)
})

test('while the system is read-only a form is refused with the reason and keeps what was typed, with script and without', async () => {
  const secretary = await signedInAs('tonghop1')
  await issueAll(secretary, [TASK])
  const task = await openTask(secretary, { tab: 'Để biết', content: TASK })
  const scriptless = await signedInAs('tonghop2', { javaScript: false })
  for (const page of [secretary, scriptless]) {
    await page.goto(`${task}/acts/urge`)
    await page.getByLabel('Nội dung đôn đốc').fill(WORDS)
  }

  const administrator = await signedInAs('quantri')
  await administrator.goto('/admin/operations/read-only')
  await administrator.getByLabel('Lý do').fill(`${REASON}.`)
  await press(administrator.getByRole('button', { name: 'Bật chế độ chỉ đọc' }))
  await reads(administrator, 'Đã bật chế độ chỉ đọc.')
  await examine(administrator, 'operations-read-only')

  for (const page of [secretary, scriptless]) {
    expectAnswer(page, 423)
    await press(page.getByRole('button', { name: 'Đôn đốc' }))
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).toContain(REASON)
    expect(await page.getByLabel('Nội dung đôn đốc').inputValue()).toBe(WORDS)
  }
  await secretary.goto(task)
  await reads(secretary, `Hệ thống đang chỉ cho đọc. ${REASON}.`)
  await examine(secretary, 'task-read-only')
  await secretary.goBack()

  await administrator.goto('/admin/operations/read-only')
  await press(administrator.getByRole('button', { name: 'Tắt chế độ chỉ đọc' }))
  await reads(administrator, 'Đã tắt chế độ chỉ đọc.')
  await press(scriptless.getByRole('button', { name: 'Đôn đốc' }))
  await reads(scriptless, 'Đã đôn đốc')
})

async function examine(page: Page, name: string): Promise<void> {
  const faults = await faultsOf(page, name)
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    await fitsWidth(page, width)
    if (!PICTURES) continue
    mkdirSync(PICTURES, { recursive: true })
    await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  expect(faults).toEqual([])
}
