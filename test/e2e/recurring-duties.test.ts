import { expect, test } from 'vitest'
import { receive } from './acts.ts'
import { press, signedInAs } from './browser.ts'
import { issueAll } from './issued-directive.ts'
import { openTask, reads } from './on-screen.ts'
import { enterSeries, issueSeries, PRESENT_MONTH_WORDS } from './series-form.ts'

const CONTENT = 'Báo cáo hằng tháng tình hình an toàn thông tin của cơ quan'

test.each([
  ['with', true],
  ['without', false],
])('a monthly duty is issued once, reaches its unit each month, and is stopped, %s script', async (_, javaScript) => {
  const content = `${CONTENT} ${javaScript ? '1' : '2'}`
  const secretary = await signedInAs('tonghop1', { javaScript })
  const head = await signedInAs('truong.tttt', { javaScript })
  const directive = await issueAll(secretary, ['Bảo đảm an toàn thông tin'])
  const series = await enterSeries(secretary, { directive, content })

  await head.goto('/series')
  expect(await head.getByRole('main').getByText(content).count()).toBe(0)

  await press(secretary.getByRole('link', { name: 'Bỏ dự thảo' }))
  await secretary.getByRole('heading', { level: 1, name: 'Bỏ dự thảo nhiệm vụ định kỳ' }).waitFor()
  expect(await secretary.title()).toContain('Bỏ dự thảo nhiệm vụ định kỳ')
  await press(secretary.getByRole('link', { name: 'Hủy' }))

  await issueSeries(secretary)
  await reads(secretary, 'Các kỳ tới', `${content} (${PRESENT_MONTH_WORDS})`)
  const task = await openTask(head, { tab: 'Chờ tiếp nhận', content })
  await reads(head, PRESENT_MONTH_WORDS)
  await receive(head)
  await press(head.getByRole('link', { name: 'Nhiệm vụ của các kỳ khác' }))
  await head.getByRole('heading', { level: 1, name: 'Tất cả nhiệm vụ' }).waitFor()
  expect(await head.getByRole('table').getByRole('row').count()).toBe(2)
  await head.goto('/series')
  await head.getByLabel('Tìm trong nội dung').fill('hang thang tinh hinh')
  await press(head.getByRole('button', { name: 'Lọc', exact: true }))
  await head.waitForURL('**/series?q=*')
  await press(head.getByRole('link', { name: content }))
  await reads(head, 'Theo Nghị định 09/2019/NĐ-CP', 'Dành cho')

  await secretary.goto(directive)
  await press(secretary.getByRole('link', { name: content, exact: true }))
  await press(secretary.getByRole('link', { name: 'Sửa', exact: true }))
  await secretary.getByLabel('Hạn: số ngày sau ngày chốt số liệu').fill('7')
  await press(secretary.getByRole('button', { name: 'Lưu' }))
  await reads(secretary, 'Đã sửa nhiệm vụ định kỳ.', '7 ngày sau ngày chốt số liệu')

  await press(secretary.getByRole('link', { name: 'Dừng', exact: true }))
  await secretary.getByLabel('Lý do').fill('Theo chế độ báo cáo mới')
  await press(secretary.getByRole('button', { name: 'Dừng nhiệm vụ định kỳ' }))
  await reads(secretary, 'Đã dừng nhiệm vụ định kỳ.', 'Theo chế độ báo cáo mới')
  expect(new URL(secretary.url()).pathname).toBe(series)
  await secretary.goto(task)
  await reads(secretary, 'Đang thực hiện')
})
