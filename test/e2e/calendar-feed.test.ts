import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { receive } from './acts.ts'
import { application, press, signedInAs } from './browser.ts'
import { inDays } from './days.ts'
import { issueAll } from './issued-directive.ts'
import { fitsWidth, openTask, reads } from './on-screen.ts'

const WIDTH = 360
const CONTENT = 'Lập danh mục cổng dịch vụ cần kết nối trong quý tới'

test('a calendar program reads deadlines by an address made on a phone, without script, until it is revoked', async () => {
  const secretary = await signedInAs('tonghop1')
  await issueAll(secretary, [CONTENT])
  const head = await signedInAs('truong.tttt', { width: WIDTH, javaScript: false })
  await openTask(head, { tab: 'Chờ tiếp nhận', content: CONTENT })
  await receive(head)

  await head.goto('/account')
  await press(head.getByRole('link', { name: 'Đưa hạn xử lý vào lịch trên điện thoại, máy tính' }))
  await press(head.getByRole('button', { name: /^Tạo địa chỉ/ }))
  await reads(head, 'Chép lại ngay: địa chỉ chỉ hiện một lần.')
  await fitsWidth(head, WIDTH)
  const address = await head.getByText(/\/feeds\/[\w-]+\.ics$/).innerText()
  expect(address.startsWith(`${application.address}/feeds/`)).toBe(true)

  const answer = await fetch(address)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const events = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[])
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event))
  expect(events.map(({ summary, startDate }) => `${startDate.toString()} ${summary}`)).toContain(
    `${inDays(45)} Xử lý: 35/TB-UBDT`,
  )

  await head.goto('/account/feed')
  await reads(head, 'Phần mềm lịch đọc lần cuối lúc')
  expect(await head.getByRole('main').innerText()).not.toContain('/feeds/')
  await press(head.getByRole('button', { name: 'Thu hồi địa chỉ' }))
  await reads(head, 'Đã thu hồi địa chỉ lịch.', 'Chưa có địa chỉ lịch')
  await fitsWidth(head, WIDTH)

  const [revoked, wrong] = await Promise.all(
    [address, `${application.address}/feeds/nobody.ics`].map((each) => fetch(each)),
  )
  expect([revoked!.status, wrong!.status]).toEqual([404, 404])
  expect(await revoked!.text()).toBe(await wrong!.text())
})
