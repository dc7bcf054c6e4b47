import type { Locator, Page } from 'playwright-core'
import { press, runsScript } from './browser.ts'

export interface EnteredTask {
  content: string
  /** What is typed to find the unit. */
  typed: string
  /** The unit's name, as the list then shows it. */
  unit: string
  dueOn: string
  /** Hạn Chính phủ. */
  outerDueOn?: string
  supporters?: { typed: string; unit: string; dueOn?: string }[]
  toAllUnits?: boolean
}

export interface EnteredDirective {
  subject: string
  tasks: EnteredTask[]
  /** Words of the screen; the chairman unless said otherwise. */
  leader?: string
  /** What makes the source a signed one. */
  signed?: { symbol: string; signedOn: string; signer: string }
  /** Given by the Government, the Prime Minister or a Party body. */
  outside?: boolean
  /** Makes its tasks restricted to these people; a head of the lead unit is among them. */
  named?: { typed: string; person: string }[]
}

/** Enters a directive by its form, and answers with the path of its page. */
export async function enterDirective(page: Page, directive: EnteredDirective): Promise<string> {
  await page.goto('/directives/new')
  await fillSource(page, directive)
  for (const [index, task] of directive.tasks.entries()) {
    if (index > 0) await press(page.getByRole('button', { name: 'Thêm nhiệm vụ' }))
    await fillTask(page.getByRole('group', { name: `Nhiệm vụ ${index + 1}` }), task)
  }
  await press(page.getByRole('button', { name: 'Lưu dự thảo' }))
  await page.getByText('Đã lưu dự thảo.').waitFor()
  return new URL(page.url()).pathname
}

export async function fillSource(
  page: Page,
  { subject, leader, signed, outside, named }: EnteredDirective,
): Promise<void> {
  await page.getByLabel('Loại văn bản').selectOption(signed ? 'Thông báo kết luận' : 'Kết luận tại cuộc họp')
  await page.getByLabel('Trích yếu').fill(subject)
  if (signed) {
    await page.getByLabel('Số, ký hiệu').fill(signed.symbol)
    await page.getByLabel('Ngày ký').fill(signed.signedOn)
    await page.getByLabel('Người ký').fill(signed.signer)
  }
  if (outside) await page.getByRole('checkbox', { name: 'Cơ quan bên ngoài giao' }).check()
  await page.getByLabel('Lãnh đạo chỉ đạo').selectOption(leader ?? 'Bộ trưởng, Chủ nhiệm')
  await page.getByLabel('Người theo dõi').selectOption('Chuyên viên tổng hợp 1 Văn phòng')
  if (named) await restrictTo(page, named)
}

async function restrictTo(page: Page, named: { typed: string; person: string }[]): Promise<void> {
  await press(page.locator('summary', { hasText: 'Hạn chế' }))
  await page.getByRole('checkbox', { name: 'Hạn chế' }).check()
  for (const [index, { typed, person }] of named.entries()) {
    await press(page.getByRole('button', { name: 'Thêm người' }))
    await pick(page.getByRole('combobox', { name: `Người ${index + 1}` }), { typed, option: person })
  }
}

export async function fillTask(row: Locator, task: EnteredTask): Promise<void> {
  const { content, typed, unit, dueOn, outerDueOn, supporters = [], toAllUnits } = task
  await row.getByLabel('Nội dung nhiệm vụ').fill(content)
  await pick(row.getByLabel('Đơn vị chủ trì'), { typed, option: unit })
  await row.getByLabel('Hạn', { exact: true }).fill(dueOn)
  if (outerDueOn) {
    await press(row.locator('summary', { hasText: 'hạn Chính phủ' }))
    await row.getByLabel('Hạn Chính phủ').fill(outerDueOn)
  }
  if (supporters.length > 0 || toAllUnits) await press(row.locator('summary', { hasText: 'Đơn vị phối hợp' }))
  if (toAllUnits) await row.getByRole('checkbox', { name: 'Giao tất cả các đơn vị' }).check()
  for (const [index, supporter] of supporters.entries()) {
    await press(row.getByRole('button', { name: 'Thêm đơn vị phối hợp' }))
    const name = `Đơn vị phối hợp ${index + 1}`
    await pick(row.getByRole('combobox', { name }), { typed: supporter.typed, option: supporter.unit })
    if (supporter.dueOn) await row.getByLabel('Hạn phối hợp').nth(index).fill(supporter.dueOn)
  }
}

/** Finds an option by typing and takes it; where no script runs, the field is a native list. */
export async function pick(field: Locator, { typed, option }: { typed: string; option: string }): Promise<void> {
  const page = field.page()
  if (!runsScript(page)) {
    await field.selectOption({ label: option })
    return
  }
  // Until the script has taken over, it is the native list here too.
  const box = field.and(page.locator('input'))
  await box.fill(typed)
  await press(page.getByRole('option', { name: option }))
}
