import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PDF } from '#test/factories/office-files.ts'
import { enterByKeys, handOnByKeys, issueByKeys, NEXT_YEAR, receiveByKeys } from './acts-by-keys.ts'
import { expectAnswer } from './browser.ts'
import { focusedOn, openFromMyWork, pressEnterOn, signInByKeys, tabBackTo, tabTo, typeDay, typeInto } from './keys.ts'
import { reads, timelineOf } from './on-screen.ts'

const CONTENT = 'Lập danh mục phần mềm đang dùng tại các đơn vị'

test('a task comes from its entry to its acceptance by key presses only', async () => {
  const secretary = await signInByKeys('tonghop1')
  await enterDirective(secretary)

  const chairman = await signInByKeys('chunhiem')
  await issueByKeys(chairman, CONTENT)

  const head = await signInByKeys('truong.tttt')
  await receiveByKeys(head, CONTENT)
  await handOnByKeys(head, { typed: 'chuyen vien 1', instruction: 'Hỏi từng đơn vị' })

  const officer = await signInByKeys('chuyenvien1.tttt')
  await receiveByKeys(officer, CONTENT)
  await reportProgress(officer)
  await reportAfterMistake(officer)

  await openFromMyWork(head, { tab: 'Chờ duyệt', content: CONTENT })
  await pressEnterOn(head, 'Trình kết quả')
  await typeInto(head, 'Kết quả thực hiện', 'Danh mục phần mềm')
  await typeInto(head, 'Số, ký hiệu văn bản kết quả', '20/BC-TTTT')
  await typeDay(head, 'Ngày văn bản kết quả', { month: 1, year: NEXT_YEAR - 1 })
  await pressEnterOn(head, 'Trình kết quả')
  await reads(head, 'Đã gửi báo cáo.')

  await openFromMyWork(chairman, { tab: 'Chờ duyệt', content: CONTENT })
  await readGreyedReason(chairman)
  await pressEnterOn(chairman, 'Duyệt kết quả')
  await reads(chairman, 'Nhiệm vụ sẽ hoàn thành')
  await pressEnterOn(chairman, 'Duyệt kết quả')
  await reads(chairman, 'Đã duyệt kết quả.', 'Hoàn thành đúng hạn', `Hạn: 11/11/${NEXT_YEAR}`)
  expect(await timelineOf(chairman)).toContain('Duyệt kết quả')
})

test('keys pressed while the script is still taking over do not stop it', async () => {
  const page = await signInByKeys('tonghop1')
  const browserTools = await page.context().newCDPSession(page)
  await browserTools.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await page.goto('/directives/new', { waitUntil: 'commit' })
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('Tab')
  // The picker that finds by typing is there only with script.
  await page.getByLabel('Đơn vị chủ trì').and(page.locator('input')).waitFor()
})

test.each(['Enter', 'Tab'])('what was typed is what %s chooses, though the page is busy meanwhile', async (key) => {
  const page = await signInByKeys('tonghop1')
  await page.goto('/directives/new')
  const unit = page.getByLabel('Đơn vị chủ trì').and(page.locator('input'))
  await unit.focus()
  await keepBusy(page)
  await Promise.all([...'khtc', key].map((each) => page.keyboard.press(each)))
  await expect.poll(() => unit.inputValue(), { timeout: 10_000 }).toBe('Vụ Kế hoạch - Tài chính')
})

/** Keys pressed from now on come to the page all at once, when its script is done with something else. */
async function keepBusy(page: Page): Promise<void> {
  await page.evaluate(() => {
    setTimeout(() => {
      const until = Date.now() + 1500
      while (Date.now() < until);
    })
  })
}

/** One task is put in, a second one begun and taken away again. */
async function enterDirective(page: Page): Promise<void> {
  const beginAnother = async () => {
    await pressEnterOn(page, 'Thêm nhiệm vụ')
    await page.getByRole('group', { name: 'Nhiệm vụ 2' }).waitFor()
    await tabBackTo(page, 'Bỏ nhiệm vụ 2')
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name: 'Nhiệm vụ 2' }).waitFor({ state: 'detached' })
  }
  await enterByKeys(page, { subject: 'Kết luận về phần mềm dùng chung', content: CONTENT, more: beginAnother })
}

async function reportProgress(page: Page): Promise<void> {
  await pressEnterOn(page, 'Cập nhật tiến độ')
  await typeInto(page, 'Nội dung', 'Đã hỏi sáu đơn vị')
  await typeInto(page, 'Mức độ hoàn thành', '30')
  // Asked for well before the key that opens it, or the browser would open a window of its own.
  const chooser = page.waitForEvent('filechooser')
  await tabTo(page, 'Tệp đính kèm')
  await page.keyboard.press('Enter')
  await (await chooser).setFiles({ name: 'danh-muc.pdf', mimeType: 'application/pdf', buffer: PDF })
  await pressEnterOn(page, 'Cập nhật tiến độ')
  await reads(page, 'Đã cập nhật tiến độ.', 'danh-muc.pdf')
}

/** An empty report comes back: the focus is on what is wrong, and from there it is one link to the field. */
async function reportAfterMistake(page: Page): Promise<void> {
  await pressEnterOn(page, 'Báo cáo kết quả')
  await reads(page, 'Kết quả thực hiện')
  expectAnswer(page, 400)
  await pressEnterOn(page, 'Báo cáo kết quả')
  await page.getByRole('alert').waitFor()
  await expect.poll(async () => (await focusedOn(page)).name).toContain('Chưa lưu được.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await focusedOn(page)).name).toContain('Kết quả thực hiện')
  await page.keyboard.type('Danh mục đã đủ')
  await pressEnterOn(page, 'Báo cáo kết quả')
  await reads(page, 'Đã gửi báo cáo.')
}

/** What one may not do now is reached by keys too, and says why. */
async function readGreyedReason(page: Page): Promise<void> {
  await tabTo(page, 'Việc chưa làm được lúc này')
  await page.keyboard.press('Space')
  await tabTo(page, 'Giao nhiệm vụ')
  await reads(page, 'Không làm được khi đang "Chờ duyệt kết quả".')
}
