import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { authenticatorCode } from '#test/factories/authenticator.ts'
import { application, expectAnswer, fillSignIn, press, runsScript, visitor, type VisitorOptions } from './browser.ts'
import { fitsWidth, reads } from './on-screen.ts'
import { faultsOf } from './wcag.ts'

const BEGIN = 'Bật xác thực hai lớp'

describe.each<[string, VisitorOptions, string]>([
  ['with script', { javaScript: true }, 'chuyenvien2.khtc'],
  ['without script', { javaScript: false }, 'chuyenvien3.khtc'],
  ['on a phone', { width: 360 }, 'chuyenvien1.pc'],
])('two-step sign-in, %s', (_name, options, username) => {
  let secret = ''
  let recoveryCode = ''

  test('is turned on with an app, whose recovery codes are shown once', async () => {
    const page = await visitor(options)
    await page.goto('/sign-in?to=%2Faccount%2Fsecond-factor')
    await fillSignIn(page, username)
    await page.getByRole('heading', { level: 1, name: 'Xác thực hai lớp' }).waitFor()
    await page.getByLabel('Mật khẩu của bạn').fill(application.password)
    await press(page.getByRole('button', { name: BEGIN }))
    await page.getByRole('img', { name: 'Mã QR' }).waitFor()
    secret = (await page.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/).innerText()).replaceAll(' ', '')

    expectAnswer(page, 400)
    await sendCode(page, 'Xác nhận và bật', '12345')
    await reads(page, 'Mã không đúng')
    await page.getByRole('img', { name: 'Mã QR' }).waitFor()
    await sendCode(page, 'Xác nhận và bật', authenticatorCode(secret))
    const codes = page.getByRole('listitem').filter({ hasText: /^[A-Z0-9]{5}-[A-Z0-9]{5}$/ })
    await codes.first().waitFor()
    expect(await codes.count()).toBe(10)
    recoveryCode = await codes.nth(4).innerText()
    await isAccessible(page, 'the recovery codes')
    await fitsWidth(page, options.width ?? 1280)

    await press(page.getByRole('link', { name: 'Tôi đã cất các mã' }))
    await reads(page, 'Đang bật')
    await page.goto('/account/second-factor')
    await reads(page, 'Số mã khôi phục chưa dùng: 10.')
    await isAccessible(page, 'the second factor')
  })

  test('asks for a code after the password, goes where one wanted to go, and takes no code twice', async () => {
    const page = await visitor(options)
    await page.goto('/sign-in?to=%2Ftasks%3Fq%3Dabc')
    await fillSignIn(page, username)
    await page.getByRole('heading', { level: 1, name: 'Nhập mã xác thực' }).waitFor()
    await isAccessible(page, 'the second step')
    await fitsWidth(page, options.width ?? 1280)
    // The password alone opens nothing.
    await page.goto('/tasks')
    await page.waitForURL((url) => url.pathname === '/sign-in')
    await page.goBack()

    expectAnswer(page, 401)
    await sendCode(page, 'Đăng nhập', '12345')
    await reads(page, 'Mã không đúng')
    const code = authenticatorCode(secret, { later: 1 })
    await sendCode(page, 'Đăng nhập', code)
    await page.waitForURL((url) => url.pathname === '/tasks' && url.search === '?q=abc')

    const other = await visitor(options)
    await other.goto('/sign-in')
    await fillSignIn(other, username)
    await sendCode(other, 'Đăng nhập', code)
    await reads(other, 'Bước xác thực đã hết hạn, hoặc mã đã được dùng.')
  })

  test('lets one in by a recovery code without the phone', async () => {
    const page = await visitor(options)
    await page.goto('/sign-in')
    await fillSignIn(page, username)
    await press(page.getByRole('link', { name: 'Dùng mã khôi phục' }))
    await page.getByLabel('Mã khôi phục').fill(recoveryCode.toLowerCase())
    await press(page.getByRole('button', { name: 'Đăng nhập' }))
    await page.waitForURL((url) => url.pathname.startsWith('/my-work'))
    await page.goto('/account/second-factor')
    await reads(page, 'Số mã khôi phục chưa dùng: 9.')
  })
})

describe('the display', () => {
  const username = 'chuyenvien1.khtc'
  let page: Page

  beforeAll(async () => {
    page = await visitor({ javaScript: false })
    await page.goto('/sign-in?to=%2Faccount')
    await fillSignIn(page, username)
    await page.getByLabel('Ngôn ngữ').selectOption('en')
    await page.getByLabel('Nền').selectOption('dark')
    await page.getByLabel('Mật độ').selectOption('compact')
    await press(page.getByRole('button', { name: 'Lưu' }))
  })

  test('is as chosen from the first paint on, and at the next browser of the account too', async () => {
    const chosen = page.locator('html.dark[lang="en"][data-density="compact"]')
    await chosen.waitFor()
    await reads(page, 'The display is set.')
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark')

    const other = await visitor()
    await other.goto('/sign-in')
    await other.locator('html[lang="vi"]').waitFor()
    await fillSignIn(other, username)
    await other.locator('html.dark[lang="en"][data-density="compact"]').waitFor()
    await other.getByRole('link', { name: 'My account' }).first().waitFor()
  })
})

/** Examined by a script of the examiner's, so where scripts run. */
async function isAccessible(page: Page, where: string): Promise<void> {
  if (runsScript(page)) expect(await faultsOf(page, where)).toEqual([])
}

async function sendCode(page: Page, button: string, code: string): Promise<void> {
  await page.getByLabel('Mã xác thực').fill(code)
  await press(page.getByRole('button', { name: button }))
}
