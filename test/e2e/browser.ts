/**
 * The browser of a test file. A test asks `visitor` or `signedInAs` for a page of its own; after the test all pages are
 * closed, and whatever a page complained of (an error in the console, a broken content security policy, an exception
 * nobody caught) fails it.
 */
import {
  type Browser,
  type BrowserContext,
  chromium,
  type ConsoleMessage,
  type Locator,
  type Page,
} from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import type { RunningApplication } from '#test/setup/application.global.ts'

export const application = inject('application')

export interface VisitorOptions {
  /** In pixels; up to 480 it is a phone, with touch. */
  width?: number
  javaScript?: boolean
  /** Another than the one all journeys share. */
  of?: Pick<RunningApplication, 'address' | 'password'>
}

const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const WAIT_MS = 20_000
const PHONE_WIDTH = 480

let browser: Browser
const contexts: BrowserContext[] = []
const complaints: string[] = []
const scriptless = new WeakSet<BrowserContext>()
const expectedAnswers = new WeakMap<Page, Set<number>>()

beforeAll(async () => {
  // Without a locale it would save a file with a Vietnamese name as "download".
  const env = { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string>
  browser = await chromium.launch({ executablePath: inject('chromium'), args: QUIET, env })
})

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()))
  expect(complaints.splice(0), 'complaints of the browser').toEqual([])
})

afterAll(() => browser.close())

/** A page of somebody of whom the application knows nothing yet. */
export async function visitor({
  width = 1280,
  javaScript = true,
  of = application,
}: VisitorOptions = {}): Promise<Page> {
  const isPhone = width <= PHONE_WIDTH
  const context = await browser.newContext({
    baseURL: of.address,
    viewport: { width, height: isPhone ? 740 : 900 },
    hasTouch: isPhone,
    isMobile: isPhone,
    javaScriptEnabled: javaScript,
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  })
  contexts.push(context)
  if (!javaScript) scriptless.add(context)
  context.setDefaultTimeout(WAIT_MS)
  context.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message))
      complaints.push(`${message.page()?.url()}: ${message.text()}`)
  })
  context.on('weberror', (failure) => complaints.push(`${failure.page()?.url()}: ${String(failure.error())}`))
  return context.newPage()
}

/** A page of the account, signed in by the form. */
export async function signedInAs(username: string, options?: VisitorOptions): Promise<Page> {
  const page = await visitor(options)
  await page.goto('/sign-in')
  await fillSignIn(page, username, options?.of?.password)
  await page.waitForURL((url) => url.pathname.startsWith('/my-work') || url.pathname.startsWith('/admin'))
  return page
}

export async function fillSignIn(page: Page, username: string, password = application.password): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu').fill(password)
  await press(page.getByRole('button', { name: 'Đăng nhập' }))
}

/** A finger on a phone, a mouse elsewhere. */
export async function press(target: Locator): Promise<void> {
  const width = target.page().viewportSize()?.width ?? 0
  await (width <= PHONE_WIDTH ? target.tap() : target.click())
}

export function runsScript(page: Page): boolean {
  return !scriptless.has(page.context())
}

/** Says that a page is going to be answered with this status on purpose: the browser writes an error for it too. */
export function expectAnswer(page: Page, status: number): void {
  const statuses = expectedAnswers.get(page) ?? new Set()
  expectedAnswers.set(page, statuses.add(status))
}

function isExpected(message: ConsoleMessage): boolean {
  const page = message.page()
  const status = /status of (\d{3})/.exec(message.text())?.[1]
  return page !== null && status !== undefined && (expectedAnswers.get(page)?.has(Number(status)) ?? false)
}
