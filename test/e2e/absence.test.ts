import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { officeDay } from '#app/platform/clock.server.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import { pick } from './directive-form.ts'
import { passUp, receive } from './acts.ts'
import { expectAnswer, press, signedInAs } from './browser.ts'
import { shownDay } from './days.ts'
import { issueAll } from './issued-directive.ts'
import { fitsWidth, reads } from './on-screen.ts'

const WIDTH = 360
const CONTENT = 'Sửa chữa đường truyền của trụ sở thứ hai trong tuần và báo cáo nguyên nhân'
const HEAD = 'Giám đốc Trung tâm Thông tin'
const DEPUTY = 'Phó Vụ trưởng Vụ Kế hoạch - Tài chính'
const TODAY = officeDay(new Date())
const LAST_DAY = daysAfter(TODAY, 5)

test('an absent head’s work goes on, under both names, on a phone', async () => {
  const secretary = await signedInAs('tonghop1')
  await issueAll(secretary, [CONTENT])

  const head = await signedInAs('truong.tttt', { width: WIDTH })
  await head.goto('/account')
  await press(head.getByRole('link', { name: 'Cử người thay, xem các lần vắng mặt' }))
  await press(head.getByRole('link', { name: 'Cử người thay', exact: true }))
  await nameDeputy(head)
  await reads(head, 'Đã cử người thay. Cả hai đều thấy trong trang tài khoản.', DEPUTY)
  await fitsWidth(head, WIDTH)

  await secretary.goto('/directives/new')
  const away = `Trung tâm Thông tin (${HEAD} vắng ${shownDay(TODAY)} – ${shownDay(LAST_DAY)}, ${DEPUTY} thay)`
  await pick(secretary.getByRole('combobox', { name: 'Đơn vị' }), { typed: 'tttt', option: away })

  const deputy = await signedInAs('pho.khtc', { width: WIDTH })
  await reads(deputy, `Bạn đang xử lý thay ${HEAD} đến hết ${shownDay(LAST_DAY)}`)
  await deputy.goto('/my-work/receipt')
  await reads(deputy, `thay ${HEAD}`)
  await fitsWidth(deputy, WIDTH)
  await press(deputy.getByRole('link', { name: CONTENT }))
  await receive(deputy)
  await passUp(deputy, { text: 'Đã thay cáp quang bị đứt' })
  const path = new URL(deputy.url()).pathname
  const steps = deputy.getByRole('list', { name: 'Diễn biến' }).getByRole('listitem')
  for (const step of ['Tiếp nhận (', 'Báo cáo kết quả (']) {
    expect(await steps.filter({ hasText: step }).first().innerText()).toContain(`${DEPUTY} (thay ${HEAD})`)
  }
  await fitsWidth(deputy, WIDTH)

  await head.goto('/account/absences')
  await press(head.getByRole('link', { name: `Kết thúc sớm việc thay của ${DEPUTY}` }))
  await press(head.getByRole('button', { name: 'Kết thúc sớm' }))
  await reads(head, 'Đã kết thúc việc thay.', 'Đã kết thúc sớm')
  expectAnswer(deputy, 404)
  expect((await deputy.goto(path))?.status()).toBe(404)
  await deputy.goto('/account')
  await reads(deputy, 'Hiện không có ai thay và không thay ai.')
})

async function nameDeputy(page: Page): Promise<void> {
  await pick(page.getByRole('combobox', { name: 'Người thay' }), { typed: 'pho vu truong vu ke hoach', option: DEPUTY })
  await page.getByLabel('Đến hết ngày').fill(LAST_DAY)
  await fitsWidth(page, WIDTH)
  await press(page.getByRole('button', { name: 'Cử người thay' }))
}
