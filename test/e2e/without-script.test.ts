import { expect, test } from 'vitest'
import { PDF } from '#test/factories/office-files.ts'
import { accept, handOn, passUp, receive, report, reportProgress } from './acts.ts'
import { press, signedInAs, type VisitorOptions } from './browser.ts'
import { inDays } from './days.ts'
import { enterDirective } from './directive-form.ts'
import { openTask, reads } from './on-screen.ts'

const PLAIN: VisitorOptions = { javaScript: false }
const CONTENT = 'Thống nhất mẫu báo cáo thống kê của các đơn vị'
const OTHER_CONTENT = 'Gửi mẫu báo cáo đến các địa phương'

test('a task comes from its entry to its acceptance in a browser that runs no script', async () => {
  const secretary = await signedInAs('tonghop1', PLAIN)
  await enterDirective(secretary, {
    subject: 'Kết luận về mẫu báo cáo',
    tasks: [
      { content: CONTENT, typed: '', unit: 'Trung tâm Thông tin', dueOn: inDays(25) },
      { content: OTHER_CONTENT, typed: '', unit: 'Vụ Tổng hợp', dueOn: inDays(35) },
    ],
  })
  await reads(secretary, CONTENT, OTHER_CONTENT, 'Vụ Tổng hợp')

  const chairman = await signedInAs('chunhiem', PLAIN)
  await chairman.goto(new URL(secretary.url()).pathname)
  await press(chairman.getByRole('button', { name: 'Giao 2 nhiệm vụ' }))
  await reads(chairman, 'Đã giao các nhiệm vụ.')

  const head = await signedInAs('truong.tttt', PLAIN)
  await openTask(head, { tab: 'Chờ tiếp nhận', content: CONTENT })
  await receive(head)
  const officerTitle = 'Chuyên viên 3 Trung tâm Thông tin'
  await handOn(head, { typed: '', person: officerTitle, dueOn: inDays(15), instruction: 'Hỏi ý kiến các đơn vị' })

  const officer = await signedInAs('chuyenvien3.tttt', PLAIN)
  await openTask(officer, { tab: 'Chờ tiếp nhận', content: CONTENT })
  await receive(officer)
  const file = { name: 'mau.pdf', mimeType: 'application/pdf', buffer: PDF }
  await reportProgress(officer, { text: 'Đã có dự thảo mẫu', percent: 50, difficulties: 'Chưa có', file })
  await report(officer, { text: 'Mẫu đã thống nhất', file })

  await openTask(head, { tab: 'Chờ duyệt', content: CONTENT })
  await passUp(head, { text: 'Mẫu báo cáo thống nhất' })
  await openTask(chairman, { tab: 'Chờ duyệt', content: CONTENT })
  await accept(chairman)
  await reads(chairman, 'Hoàn thành đúng hạn')
})

test('the language is switched by a button, and stays', async () => {
  const page = await signedInAs('truong.khtc', PLAIN)
  await press(page.getByRole('button', { name: 'English' }))
  await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.goto('/tasks')
  await page.getByRole('heading', { level: 1, name: 'All tasks' }).waitFor()
  await press(page.getByRole('button', { name: 'Tiếng Việt' }))
  await page.getByRole('heading', { level: 1, name: 'Tất cả nhiệm vụ' }).waitFor()
})
