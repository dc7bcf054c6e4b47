/** What a person reads on the page before them. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { press } from './browser.ts'

/** Waits until the page says each of the sentences. */
export async function reads(page: Page, ...sentences: string[]): Promise<void> {
  for (const sentence of sentences) await page.getByRole('main').getByText(sentence).first().waitFor()
}

/** The heads of the timeline's steps, newest first. */
export async function timelineOf(page: Page): Promise<string[]> {
  const steps = page.getByRole('list', { name: 'Diễn biến' }).locator('> li')
  return (await steps.allInnerTexts()).map((text) => text.split('\n')[0]!.trim())
}

/** The counts of the menu that are not zero, by the words they stand at. */
export async function menuCounts(page: Page): Promise<Record<string, number>> {
  const entries = await page.getByRole('navigation', { name: 'Danh mục' }).getByRole('link').allInnerTexts()
  const counted = entries.flatMap((entry) => {
    const [, words, count] = /^(.+?)\s+(\d+)$/s.exec(entry) ?? []
    return words && count ? [[words, Number(count)] as const] : []
  })
  return Object.fromEntries(counted)
}

/** What has come into the menu beyond what was there before. */
export async function newInMenu(page: Page, before: Record<string, number>): Promise<Record<string, number>> {
  const counts = Object.entries(await menuCounts(page)).map(
    ([tab, count]) => [tab, count - (before[tab] ?? 0)] as const,
  )
  return Object.fromEntries(counts.filter(([, more]) => more !== 0))
}

/** Opens a tab of My work and answers with its rows. */
async function openTab(page: Page, tab: string): Promise<Locator> {
  await page.goto('/my-work')
  await press(page.getByRole('navigation', { name: 'Việc của tôi' }).getByRole('link', { name: tab }))
  await page
    .getByRole('navigation', { name: 'Việc của tôi' })
    .locator('[aria-current=page]', { hasText: tab })
    .waitFor()
  return page.getByRole('table').getByRole('row')
}

/** Opens the task of My work whose content begins so, and answers with its path. */
export async function openTask(page: Page, { tab, content }: { tab: string; content: string }): Promise<string> {
  const rows = await openTab(page, tab)
  await press(rows.getByRole('link', { name: content.slice(0, 60) }))
  await page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' }).waitFor()
  return new URL(page.url()).pathname
}

/** Nothing of the page has to be pushed into sight sideways. */
export async function fitsWidth(page: Page, width: number): Promise<void> {
  // A window that was made narrower a moment ago may still be laid out for the wider one.
  const needed = () => page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0)
  await expect.poll(needed, { message: `width of ${page.url()}` }).toBeLessThanOrEqual(width)
}
