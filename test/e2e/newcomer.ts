import type { Page } from 'playwright-core'
import { fillSignIn, press } from './browser.ts'

export interface Newcomer {
  username: string
  /** Opens the account once. */
  code: string
}

let entered = 0

/** Somebody new, with an account and without a post, entered by the administrator's pages; the last of them stays open. */
export async function enterNewcomer(administrator: Page): Promise<Newcomer> {
  entered += 1
  const username = `nguoi.moi.${entered}`
  await administrator.goto('/admin/people/new')
  await administrator.getByLabel('Họ và tên').fill(`Người mới ${entered}`)
  await press(administrator.getByRole('button', { name: 'Thêm người' }))
  await administrator.getByText('Đã thêm người này.').waitFor()
  await administrator.goto(`${new URL(administrator.url()).pathname}/account`)
  await administrator.getByLabel('Tên đăng nhập').fill(username)
  await press(administrator.getByRole('button', { name: 'Tạo tài khoản' }))
  const given = await administrator.getByRole('status').filter({ hasText: 'Mã dùng một lần' }).innerText()
  const [code] = /[A-Z0-9]{4}(-[A-Z0-9]{4})+/.exec(given) ?? []
  if (!code) throw new Error(`There is no code in: ${given}`)
  return { username, code }
}

/** By the code, unless this browser is in already. */
export async function openNewPassword(page: Page, { username, code }: Newcomer): Promise<void> {
  await page.goto('/sign-in/new-password')
  if (new URL(page.url()).pathname !== '/sign-in') return
  await fillSignIn(page, username, code)
  await page.waitForURL('/sign-in/new-password')
}

/** The first page after the password, to which somebody without a post comes as everybody does. */
export async function openFirstPage(page: Page, newcomer: Newcomer): Promise<void> {
  await page.goto('/')
  if (new URL(page.url()).pathname === '/my-work') return
  await openNewPassword(page, newcomer)
  const password = 'mưa rơi trên mái ngói'
  await page.getByLabel(/^Mật khẩu mới/).fill(password)
  await page.getByLabel('Nhập lại mật khẩu mới').fill(password)
  await press(page.getByRole('button', { name: 'Đặt mật khẩu' }))
  await page.getByText('Đã đặt mật khẩu.').waitFor()
  await page.goto('/')
}
