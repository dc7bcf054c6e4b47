/** A person who has a keyboard and nothing else: every step here is a key press, and none says to an element to take the focus. */
import type { Page } from 'playwright-core'
import { application, visitor } from './browser.ts'

/** More stops than any page has. */
const MOST_STOPS = 150

interface Focused {
  name: string
  /** Of the fieldset around it, if any. */
  group: string
  value: string
}

export async function signInByKeys(username: string): Promise<Page> {
  const page = await visitor()
  await page.goto('/sign-in')
  await typeInto(page, 'Tên đăng nhập', username)
  await page.keyboard.press('Tab')
  await page.keyboard.type(application.password)
  await page.keyboard.press('Enter')
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
  return page
}

/** From the menu to a tab of My work, and from there to the task. */
export async function openFromMyWork(page: Page, { tab, content }: { tab: string; content: string }): Promise<void> {
  await pressEnterOn(page, tab)
  const tabs = page.getByRole('navigation', { name: 'Việc của tôi' })
  await tabs.locator('[aria-current=page]', { hasText: tab }).waitFor()
  await page.getByRole('link', { name: content }).first().waitFor()
  await pressEnterOn(page, content)
  await page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' }).waitFor()
}

/** The page of an act, by its link on the task's page; what is done seldom stands behind a disclosure there. */
export async function openActByKeys(page: Page, act: string): Promise<void> {
  if (!(await page.getByRole('link', { name: act }).first().isVisible())) {
    await tabTo(page, 'Việc khác')
    await page.keyboard.press('Space')
  }
  await pressEnterOn(page, act)
  await page.getByRole('heading', { level: 1, name: act.replace(/ \(.*/, '') }).waitFor()
}

/** Presses Tab until the focus is on what is called so. */
export async function tabTo(page: Page, name: string, { group = '' }: { group?: string } = {}): Promise<void> {
  await walkTo(page, 'Tab', { name, group })
}

/** Goes back with Shift+Tab. */
export async function tabBackTo(page: Page, name: string): Promise<void> {
  await walkTo(page, 'Shift+Tab', { name, group: '' })
}

async function walkTo(page: Page, key: string, { name, group }: Pick<Focused, 'name' | 'group'>): Promise<void> {
  const passed: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press(key)
    const focused = await focusedOn(page)
    if (focused.name.startsWith(name) && focused.group.startsWith(group)) return
    passed.push(focused.name)
  }
  throw new Error(`${key} never came to "${name}" on ${page.url()}; it passed ${[...new Set(passed)].join(' | ')}`)
}

export async function typeInto(page: Page, name: string, text: string, within: { group?: string } = {}): Promise<void> {
  await tabTo(page, name, within)
  await page.keyboard.type(text)
}

/** Finds an option of a list by typing and takes the first match. */
export async function pickByTyping(page: Page, name: string, typed: string, within: { group?: string } = {}) {
  await tabTo(page, name, within)
  await takeFirstMatch(page, typed)
}

export async function takeFirstMatch(page: Page, typed: string): Promise<void> {
  await page.keyboard.type(typed)
  await page.getByRole('listbox').getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
}

/** Goes down a native list until the option shows. */
export async function chooseByArrows(page: Page, name: string, option: string): Promise<void> {
  await tabTo(page, name)
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if ((await focusedOn(page)).value === option) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`"${option}" is not in the list "${name}"`)
}

/** Types a day whose number is that of its month, so that it does not matter which of the two the browser asks for first. */
export async function typeDay(page: Page, name: string, { month, year }: { month: number; year: number }, within = {}) {
  const twice = String(month).padStart(2, '0').repeat(2)
  await typeInto(page, name, `${twice}${year}`, within)
}

/** Goes to a link or button and presses it. */
export async function pressEnterOn(page: Page, name: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

export async function focusedOn(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement as (HTMLElement & Partial<HTMLInputElement & HTMLSelectElement>) | null
    const words = element?.labels?.[0]?.innerText ?? element?.getAttribute('aria-label') ?? element?.innerText ?? ''
    const value = element instanceof HTMLSelectElement ? element.selectedOptions[0]?.label : element?.value
    return {
      name: element === document.body ? '' : words.trim(),
      group: element?.closest('fieldset')?.querySelector('legend')?.innerText ?? '',
      value: value ?? '',
    }
  })
}
