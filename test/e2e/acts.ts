/** The acts on a task, each by its own form, from the task's page back to it. */
import type { Page } from 'playwright-core'
import { press } from './browser.ts'
import { pick } from './directive-form.ts'

export interface ChosenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

export interface Result {
  text: string
  documentSymbol?: string
  documentOn?: string
  file?: ChosenFile
  /** Asked of the lead while a supporting unit has not reported. */
  withoutSupportersReason?: string
  /** Asked of a result that comes after its day. */
  latenessReason?: string
}

export async function receive(page: Page): Promise<void> {
  await press(page.getByRole('button', { name: 'Tiếp nhận', exact: true }))
  await page.getByText('Đã tiếp nhận.').waitFor()
}

export async function handOn(
  page: Page,
  to: { typed: string; person: string; dueOn: string; instruction: string },
): Promise<void> {
  await press(page.getByRole('link', { name: 'Phân công' }))
  await pick(page.getByLabel('Giao cho'), { typed: to.typed, option: to.person })
  await page.getByLabel('Hạn').fill(to.dueOn)
  await page.getByLabel('Yêu cầu').fill(to.instruction)
  await press(page.getByRole('button', { name: 'Phân công' }))
  await page.getByText('Đã phân công.').waitFor()
}

export async function reportProgress(
  page: Page,
  progress: { text: string; percent: number; difficulties: string; file: ChosenFile },
): Promise<void> {
  await press(page.getByRole('link', { name: 'Cập nhật tiến độ' }))
  await page.getByLabel('Nội dung').fill(progress.text)
  await page.getByLabel('Mức độ hoàn thành').fill(String(progress.percent))
  await page.getByLabel('Khó khăn, vướng mắc').fill(progress.difficulties)
  await page.getByLabel('Tệp đính kèm').setInputFiles(progress.file)
  await press(page.getByRole('button', { name: 'Cập nhật tiến độ' }))
  await page.getByText('Đã cập nhật tiến độ.').waitFor()
}

/** The officer's report to the head. */
export async function report(page: Page, result: Result): Promise<void> {
  await sendResult(page, 'Báo cáo kết quả', result)
}

/** The head's, which is the unit's result. */
export async function passUp(page: Page, result: Result): Promise<void> {
  await sendResult(page, 'Trình kết quả', result)
}

async function sendResult(
  page: Page,
  act: string,
  { text, documentSymbol, documentOn, file, withoutSupportersReason, latenessReason }: Result,
): Promise<void> {
  await press(page.getByRole('link', { name: act }))
  await page.getByLabel('Kết quả thực hiện').fill(text)
  if (documentSymbol) await page.getByLabel('Số, ký hiệu văn bản kết quả').fill(documentSymbol)
  if (documentOn) await page.getByLabel('Ngày văn bản kết quả').fill(documentOn)
  if (file) await page.getByLabel('Tệp đính kèm').setInputFiles(file)
  if (latenessReason) await page.getByLabel('Lý do chậm').fill(latenessReason)
  if (withoutSupportersReason) {
    await page.getByLabel('Lý do trình khi chưa đủ phần phối hợp').fill(withoutSupportersReason)
  }
  await press(page.getByRole('button', { name: act }))
  await page.getByText('Đã gửi báo cáo.').waitFor()
}

export async function accept(page: Page): Promise<void> {
  await press(page.getByRole('link', { name: 'Duyệt kết quả' }))
  await press(page.getByRole('button', { name: 'Duyệt kết quả' }))
  await page.getByText('Đã duyệt kết quả.').waitFor()
}

export async function sendBack(page: Page, reason: string): Promise<void> {
  await decideWithReason(page, { act: 'Trả lại', reason, done: 'Đã trả lại.' })
}

export async function revoke(page: Page, reason: string): Promise<void> {
  await decideWithReason(page, { act: 'Thu hồi', reason, done: 'Đã thu hồi nhiệm vụ.' })
}

export async function suspend(page: Page, reason: string): Promise<void> {
  await decideWithReason(page, { act: 'Tạm dừng', reason, done: 'Đã tạm dừng nhiệm vụ.' })
}

/** The lead unit gives the task back to the assigner's side. */
export async function giveBack(page: Page, reason: string): Promise<void> {
  await decideWithReason(page, { act: 'Trả lại nơi giao', reason, done: 'Đã trả lại nơi giao.' })
}

export async function urge(page: Page, words: string): Promise<void> {
  await openAct(page, 'Đôn đốc')
  await page.getByLabel('Nội dung đôn đốc').fill(words)
  await press(page.getByRole('button', { name: 'Đôn đốc', exact: true }))
  await page.getByText('Đã đôn đốc.').waitFor()
}

export async function addSupporter(page: Page, { typed, unit }: { typed: string; unit: string }): Promise<void> {
  await openAct(page, 'Bổ sung đơn vị phối hợp')
  await pick(page.getByRole('combobox', { name: 'Đơn vị phối hợp 1' }), { typed, option: unit })
  await press(page.getByRole('button', { name: 'Bổ sung đơn vị phối hợp' }))
  await page.getByText('Đã bổ sung đơn vị phối hợp.').waitFor()
}

export async function requestExtension(page: Page, request: { dueOn: string; reason: string }): Promise<void> {
  await openAct(page, 'Đề nghị gia hạn')
  await page.getByLabel('Hạn mới').fill(request.dueOn)
  await page.getByLabel('Lý do').fill(request.reason)
  await press(page.getByRole('button', { name: 'Đề nghị gia hạn' }))
  await page.getByText('Đã gửi đề nghị gia hạn.').waitFor()
}

export async function grantExtension(page: Page): Promise<void> {
  await openAct(page, 'Đồng ý gia hạn')
  await press(page.getByRole('button', { name: 'Đồng ý gia hạn' }))
  await page.getByText('Đã đồng ý gia hạn.').waitFor()
}

export async function refuseExtension(page: Page, reason: string): Promise<void> {
  await decideWithReason(page, {
    act: 'Không đồng ý gia hạn',
    reason,
    done: 'Đã trả lời không đồng ý gia hạn.',
  })
}

/** The lead's, or the assigner's side, on what a supporting unit has reported. */
export async function acceptContribution(page: Page, unit: string): Promise<void> {
  await openAct(page, `Xác nhận phần phối hợp (${unit})`, 'Xác nhận phần phối hợp')
  await press(page.getByRole('button', { name: 'Xác nhận phần phối hợp' }))
  await page.getByText('Đã xác nhận phần phối hợp.').waitFor()
}

async function decideWithReason(page: Page, decision: { act: string; reason: string; done: string }): Promise<void> {
  await openAct(page, decision.act)
  await page.getByLabel('Lý do').fill(decision.reason)
  await press(page.getByRole('button', { name: decision.act, exact: true }))
  await page.getByText(decision.done).waitFor()
}

/** The page of an act, by its link on the task's page; what is done seldom stands behind a disclosure there. */
export async function openAct(page: Page, name: string, title = name): Promise<void> {
  await page.getByRole('heading', { level: 2, name: 'Diễn biến' }).waitFor()
  const link = page.getByRole('link', { name, exact: true })
  if (!(await link.isVisible())) await press(page.locator('summary', { hasText: 'Việc khác' }))
  await press(link)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}
