import { expect, test } from 'vitest'
import {
  accept,
  acceptContribution,
  grantExtension,
  passUp,
  receive,
  refuseExtension,
  report,
  requestExtension,
} from './acts.ts'
import { expectAnswer, press, signedInAs } from './browser.ts'
import { inDays, shownDay } from './days.ts'
import { enterDirective } from './directive-form.ts'
import { openTask, reads } from './on-screen.ts'

const SIGNED = { symbol: '88/TTg-KTTH', signedOn: inDays(-2), signer: 'Thủ tướng Chính phủ' }
const CONTENT = 'Xây dựng đề án chuyển đổi số trong công tác dân tộc, trình Thủ tướng Chính phủ'
const RESULT = 'Hồ sơ đề án đã đủ thành phần'

test("a Prime Minister's task passes through three units, two requests for more time and a supporter that is not waited for", async () => {
  const secretary = await signedInAs('tonghop1')
  const chairman = await signedInAs('chunhiem')
  const lead = await signedInAs('truong.tttt')
  const finance = await signedInAs('truong.khtc')
  const personnel = await signedInAs('truong.tccb')

  await enterDirective(secretary, {
    subject: 'Chuyển đổi số trong công tác dân tộc',
    signed: SIGNED,
    outside: true,
    tasks: [
      {
        content: CONTENT,
        typed: 'tttt',
        unit: 'Trung tâm Thông tin',
        dueOn: inDays(40),
        outerDueOn: inDays(60),
        supporters: [
          { typed: 'khtc', unit: 'Vụ Kế hoạch - Tài chính', dueOn: inDays(20) },
          { typed: 'tccb', unit: 'Vụ Tổ chức cán bộ' },
        ],
      },
    ],
  })
  await press(secretary.getByRole('button', { name: 'Giao 1 nhiệm vụ' }))
  await reads(secretary, 'Đã giao các nhiệm vụ.')

  const task = await openTask(lead, { tab: 'Chờ tiếp nhận', content: CONTENT })
  await reads(lead, 'Hạn Chính phủ', shownDay(inDays(60)), shownDay(inDays(40)))
  await receive(lead)

  await openTask(finance, { tab: 'Chờ tiếp nhận', content: CONTENT })
  await receive(finance)
  await report(finance, { text: 'Dự toán kinh phí của đề án' })
  await openTask(personnel, { tab: 'Chờ tiếp nhận', content: CONTENT })
  await receive(personnel)
  await personnel.goto(task)
  expect(await personnel.getByText('Dự toán kinh phí của đề án').count()).toBe(0)

  await lead.goto(task)
  await acceptContribution(lead, 'Vụ Kế hoạch - Tài chính')
  await requestExtension(lead, { dueOn: inDays(50), reason: 'Chờ ý kiến của các bộ liên quan' })
  await secretary.goto(task)
  await grantExtension(secretary)
  await reads(secretary, 'đã gia hạn 1 lần', shownDay(inDays(50)))

  await lead.goto(task)
  await requestExtension(lead, { dueOn: inDays(58), reason: 'Còn hai bộ chưa có ý kiến' })
  await chairman.goto(task)
  await refuseExtension(chairman, 'Không còn thời gian để thẩm định')
  await reads(chairman, 'Không còn thời gian để thẩm định', 'đã gia hạn 1 lần')

  await lead.goto(task)
  await press(lead.getByRole('link', { name: 'Trình kết quả' }))
  await lead.getByLabel('Kết quả thực hiện').fill(RESULT)
  expectAnswer(lead, 403)
  await press(lead.getByRole('button', { name: 'Trình kết quả' }))
  await reads(lead, 'Chưa báo cáo: Vụ Tổ chức cán bộ.')
  await expect.poll(() => lead.getByLabel('Kết quả thực hiện').inputValue()).toBe(RESULT)

  await lead.goto(task)
  await passUp(lead, { text: RESULT, withoutSupportersReason: 'Phần tổ chức bộ máy được trình riêng' })
  await chairman.goto(task)
  await reads(chairman, RESULT, 'Phần tổ chức bộ máy được trình riêng')
  await accept(chairman)
  await reads(chairman, 'Hoàn thành đúng hạn')
  await personnel.goto(task)
  await reads(personnel, 'Hoàn thành')
  expect(await personnel.getByText(RESULT).count()).toBe(0)
})

test('one paragraph goes to all units, is followed as a group and urged at once', async () => {
  const secretary = await signedInAs('tonghop1')
  const directive = await enterDirective(secretary, {
    subject: 'Rà soát thủ tục hành chính nội bộ',
    signed: { ...SIGNED, symbol: '89/TB-UBDT' },
    tasks: [
      {
        content: 'Rà soát thủ tục nội bộ của đơn vị mình',
        typed: 'vu tong hop',
        unit: 'Vụ Tổng hợp',
        dueOn: inDays(30),
        toAllUnits: true,
      },
    ],
  })
  const rows = secretary.getByRole('table').getByRole('row')
  const units = (await rows.count()) - 1
  expect(units).toBeGreaterThan(10)
  await press(secretary.getByRole('button', { name: `Giao ${units} nhiệm vụ` }))
  await reads(secretary, 'Đã giao các nhiệm vụ.')

  await secretary.goto(directive)
  await press(rows.nth(1).getByRole('link'))
  await press(secretary.getByRole('link', { name: 'Các nhiệm vụ cùng nội dung giao nhiều đơn vị' }))
  await secretary.getByRole('heading', { level: 1, name: 'Tất cả nhiệm vụ' }).waitFor()
  await expect.poll(async () => (await rows.count()) - 1).toBe(units)

  await secretary.getByRole('checkbox', { name: `Tất cả ${units} nhiệm vụ khớp bộ lọc` }).check()
  await press(secretary.getByRole('button', { name: 'Đôn đốc' }))
  await secretary.getByRole('heading', { level: 1, name: `Đôn đốc ${units} nhiệm vụ` }).waitFor()
  await secretary.getByLabel('Nội dung đôn đốc').fill('Đề nghị các đơn vị gửi kết quả đúng hạn')
  await press(secretary.getByRole('button', { name: 'Đôn đốc' }))
  await reads(secretary, `${units} nhiệm vụ đã làm, 0 nhiệm vụ không làm được.`)
})
