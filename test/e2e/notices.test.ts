import { join } from 'node:path'
import type { BrowserContext, Page, Request } from 'playwright-core'
import { expect, test } from 'vitest'
import { press, signedInAs } from './browser.ts'
import { issueAll } from './issued-directive.ts'
import { reads } from './on-screen.ts'
import { unreadOn } from './unread.ts'

/** SCREENSHOTS=1 keeps pictures, to be looked at. */
const PICTURES = process.env.SCREENSHOTS === '1' ? join(import.meta.dirname, '../screenshots') : null

const LIVE = 'Rà soát hệ thống thông tin báo cáo của cơ quan'
const TABS = 8

test('whoever is given work hears of it on every open page, over one connection, and with eight tabs pages still load', async () => {
  const head = await signedInAs('truong.tttt')
  const streams = countStreams(head.context())
  await head.reload()
  await expect.poll(streams).toBe(1)
  const others = await Promise.all(Array.from({ length: TABS - 1 }, () => openTab(head.context())))
  const tabs = [head, ...others]
  await head.waitForTimeout(500)
  const before = await unreadOn(head)

  const secretary = await signedInAs('tonghop1')
  await issueAll(secretary, [LIVE])
  for (const tab of tabs) await expect.poll(() => unreadOn(tab), { timeout: 20_000 }).toBe(before + 1)
  expect(streams()).toBe(1)

  await others.at(-1)!.goto('/tasks')
  await others.at(-1)!.getByRole('heading', { level: 1 }).waitFor()
  // The tab that held the stream goes; another takes it over.
  await head.close()
  await expect.poll(streams).toBe(1)
  await others[0]!.goto('/notices')
  await reads(others[0]!, 'Việc mới được giao')
  await others[0]!.getByText('Vì sao là ngày này').first().click()
  await reads(others[0]!, 'Giao nhiệm vụ')
  await keep(others[0]!, 'notices-why')
  await press(others[0]!.getByRole('button', { name: 'Đánh dấu tất cả đã đọc' }))
  for (const tab of others) await expect.poll(() => unreadOn(tab), { timeout: 20_000 }).toBe(0)
})

test('without script one reads, opens and marks notices', async () => {
  await issueAll(await signedInAs('tonghop1'), ['Báo cáo tình hình an toàn thông tin'])
  const head = await signedInAs('truong.tttt', { javaScript: false })
  await press(head.getByRole('link', { name: /^Thông báo, \d+ chưa đọc$/ }))
  await keep(head, 'notices')
  const unread = await unreadOn(head)
  await press(head.getByRole('button', { name: 'Đánh dấu đã đọc' }).first())
  expect(await unreadOn(head)).toBe(unread - 1)
  await head.goto('/notices')
  await head.getByText('Vì sao là ngày này').first().click()
  const why = head.getByRole('link', { name: 'Xem cách tính ở trang nhiệm vụ' }).first()
  expect(await why.getAttribute('href')).toMatch(/^\/tasks\/.*#due-day-/)
  await press(head.getByRole('link', { name: 'Việc mới được giao' }).first())
  await head.getByRole('heading', { level: 1 }).waitFor()
  expect(new URL(head.url()).pathname).toMatch(/^\/tasks\//)
})

test('a person turns a kind of notice off; what the office has fixed cannot be turned off', async () => {
  const administrator = await signedInAs('quantri')
  await administrator.goto('/admin/notices')
  await administrator.getByLabel('Quá hạn: Trong hệ thống').selectOption('alwaysOn')
  await keep(administrator, 'admin-notices')
  await press(administrator.getByRole('button', { name: 'Lưu' }))
  await reads(administrator, 'Đã lưu cách gửi thông báo của cơ quan.')

  const head = await signedInAs('truong.khtc', { width: 360 })
  await head.goto('/account/notices')
  expect(await head.getByLabel('Quá hạn: Trong hệ thống').count()).toBe(0)
  await head.getByLabel('Đôn đốc: Thư điện tử').uncheck()
  await keep(head, 'account-notices')
  await press(head.getByRole('button', { name: 'Lưu' }))
  await reads(head, 'Đã lưu cách nhận thông báo.')
  expect(await head.getByLabel('Đôn đốc: Thư điện tử').isChecked()).toBe(false)
})

async function openTab(context: BrowserContext): Promise<Page> {
  const tab = await context.newPage()
  await tab.goto('/my-work')
  return tab
}

/** How many streams the tabs of a browser hold, of those begun from here on. */
function countStreams(context: BrowserContext): () => number {
  const open = new Set<Request>()
  context.on('request', (request) => request.url().endsWith('/notices/stream') && open.add(request))
  context.on('requestfinished', (request) => open.delete(request))
  context.on('requestfailed', (request) => open.delete(request))
  return () => open.size
}

async function keep(page: Page, name: string): Promise<void> {
  if (!PICTURES) return
  const before = page.viewportSize()!
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: before.height })
    await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true })
  }
  await page.setViewportSize(before)
}
