import type { Page } from 'playwright-core'
import { press } from './browser.ts'
import { inDays } from './days.ts'
import { fillSource, fillTask } from './directive-form.ts'

interface Counted {
  workingDays?: number
  signedOn?: string
}

/** One task of the information centre, due so many working days after it is issued; issued at once. */
export async function issueCounted(
  secretary: Page,
  content: string,
  { workingDays = 10, signedOn = inDays(-3) }: Counted = {},
): Promise<void> {
  await secretary.goto('/directives/new')
  await fillSource(secretary, {
    subject: 'Kết luận về chế độ báo cáo',
    signed: { symbol: '36/TB-UBDT', signedOn, signer: 'Bộ trưởng, Chủ nhiệm' },
    tasks: [],
  })
  const row = secretary.getByRole('group', { name: 'Nhiệm vụ 1' })
  await fillTask(row, { content, typed: 'tttt', unit: 'Trung tâm Thông tin', dueOn: '' })
  await press(row.locator('summary', { hasText: 'hạn Chính phủ' }))
  await row.getByLabel('Cách tính hạn').selectOption('Ngày làm việc kể từ ngày giao')
  await row.getByLabel('Số ngày').fill(String(workingDays))
  await press(secretary.getByRole('button', { name: 'Lưu dự thảo' }))
  await secretary.getByText('Đã lưu dự thảo.').waitFor()
  await press(secretary.getByRole('button', { name: 'Giao 1 nhiệm vụ' }))
  await secretary.getByText('Đã giao các nhiệm vụ.').waitFor()
}
