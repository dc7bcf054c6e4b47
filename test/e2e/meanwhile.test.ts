import { expect, test } from 'vitest'
import { passUp, receive } from './acts.ts'
import { expectAnswer, fillSignIn, press, signedInAs } from './browser.ts'
import { inDays } from './days.ts'
import { fillSource, fillTask } from './directive-form.ts'
import { issueAll } from './issued-directive.ts'
import { openTask, reads, timelineOf } from './on-screen.ts'
import { faultsOf } from './wcag.ts'

const DECIDED_TWICE = 'Rà soát hợp đồng thuê đường truyền'
const SENT_TWICE = 'Kiểm kê máy in của các đơn vị'

test('who decides second is told what happened meanwhile and keeps what they typed', async () => {
  const secretary = await signedInAs('tonghop1')
  await issueAll(secretary, [DECIDED_TWICE])
  const head = await signedInAs('truong.tttt')
  const task = await openTask(head, { tab: 'Chờ tiếp nhận', content: DECIDED_TWICE })
  await receive(head)
  await passUp(head, { text: 'Danh sách hợp đồng' })

  const chairman = await signedInAs('chunhiem')
  await chairman.goto(task)
  await press(chairman.getByRole('link', { name: 'Trả lại' }))
  await chairman.getByLabel('Lý do').fill('Thiếu hợp đồng của năm 2019')
  await secretary.goto(task)
  await press(secretary.getByRole('link', { name: 'Duyệt kết quả' }))
  await secretary.getByLabel('Ý kiến').fill('Đã đủ')
  await press(secretary.getByRole('button', { name: 'Duyệt kết quả' }))
  await reads(secretary, 'Đã duyệt kết quả.')

  expectAnswer(chairman, 409)
  await press(chairman.getByRole('button', { name: 'Trả lại' }))
  await chairman.getByRole('alert').getByText('vừa được người khác thay đổi').waitFor()
  const meanwhile = chairman.getByRole('region', { name: 'Trong lúc bạn nhập' })
  expect(await meanwhile.getByRole('listitem').first().innerText()).toContain('Kết thúc phần việc')
  await meanwhile.getByText('Đã đủ').waitFor()
  expect(await chairman.getByLabel('Lý do').inputValue()).toBe('Thiếu hợp đồng của năm 2019')
  await reads(chairman, 'Không làm được khi đang "Hoàn thành".')
  expect(await faultsOf(chairman, 'the lost race')).toEqual([])
})

test('a double click does one thing', async () => {
  await issueAll(await signedInAs('tonghop1'), [SENT_TWICE])
  const head = await signedInAs('truong.tttt')
  await openTask(head, { tab: 'Chờ tiếp nhận', content: SENT_TWICE })
  await head.getByRole('button', { name: 'Tiếp nhận' }).dblclick()
  await reads(head, 'Đang thực hiện')
  await press(head.getByRole('link', { name: 'Cập nhật tiến độ' }))
  await head.getByLabel('Nội dung').fill('Đã đếm ở hai tầng')
  await head.getByLabel('Mức độ hoàn thành').fill('20')
  await head.getByRole('button', { name: 'Cập nhật tiến độ' }).dblclick()
  await reads(head, 'Đã cập nhật tiến độ.')
  await head.reload()
  expect(await timelineOf(head)).toEqual([
    'Cập nhật tiến độ (Trung tâm Thông tin): 20%',
    'Bắt đầu thực hiện',
    'Tiếp nhận (Trung tâm Thông tin)',
    'Giao cho Trung tâm Thông tin',
    'Giao nhiệm vụ',
    'Nhập dự thảo nhiệm vụ',
  ])
})

test('a session that ends while a form is being filled costs nothing that was typed', async () => {
  const tasks = ['Lập quy chế dùng thư điện tử', 'Tập huấn chữ ký số cho văn thư'].map((content) => ({
    content,
    typed: 'tttt',
    unit: 'Trung tâm Thông tin',
    dueOn: inDays(40),
  }))
  const directive = { subject: 'Kết luận về thư điện tử công vụ', tasks }
  const page = await signedInAs('tonghop2')
  await page.goto('/directives/new')
  await fillSource(page, directive)
  await press(page.getByRole('button', { name: 'Thêm nhiệm vụ' }))
  for (const [index, task] of tasks.entries()) {
    await fillTask(page.getByRole('group', { name: `Nhiệm vụ ${index + 1}` }), task)
  }
  await signOutElsewhere('tonghop2')

  await press(page.getByRole('button', { name: 'Lưu dự thảo' }))
  await page.getByText('Những gì bạn vừa nhập được giữ lại').waitFor()
  await fillSignIn(page, 'tonghop2')
  await page.getByRole('heading', { level: 1, name: 'Nhập chỉ đạo' }).waitFor()
  expect(await page.getByLabel('Trích yếu').inputValue()).toBe(directive.subject)
  for (const [index, { content, unit }] of tasks.entries()) {
    const row = page.getByRole('group', { name: `Nhiệm vụ ${index + 1}` })
    expect(await row.getByLabel('Nội dung nhiệm vụ').inputValue()).toBe(content)
    await expect.poll(() => row.getByRole('combobox', { name: 'Đơn vị chủ trì' }).inputValue()).toBe(unit)
  }
  await press(page.getByRole('button', { name: 'Lưu dự thảo' }))
  await reads(page, 'Đã lưu dự thảo.', tasks[0]!.content, tasks[1]!.content)
})

/** The same person, at another machine, ends every session of theirs. */
async function signOutElsewhere(username: string): Promise<void> {
  const page = await signedInAs(username)
  await page.goto('/account')
  await press(page.getByRole('button', { name: 'Đăng xuất khỏi mọi thiết bị' }))
  await page.waitForURL('**/sign-in')
}
