import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { signedInAs } from './browser.ts'

test('a page that takes long says that it is coming', async () => {
  const page = await signedInAs('tonghop1')
  await page.goto('/reports')
  await page.route('**/reports/monthly.data*', async (route) => {
    await sleep(2500)
    await route.continue()
  })
  const words = page.getByText('Đang lập trang, xin chờ…')
  await page.getByRole('link', { name: 'Báo cáo tháng' }).click()
  await words.waitFor()
  await page.getByRole('link', { name: 'Các loại báo cáo' }).waitFor()
  expect(await words.count()).toBe(0)
})
