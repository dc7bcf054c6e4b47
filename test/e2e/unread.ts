import type { Page } from 'playwright-core'

/** How many notices the page says are unread. */
export async function unreadOn(page: Page): Promise<number> {
  const words = await page
    .getByRole('link', { name: /^Thông báo(,|$)/ })
    .first()
    .getAttribute('aria-label')
  return Number(/\d+/.exec(words ?? '')?.[0] ?? 0)
}
