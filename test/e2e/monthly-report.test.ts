import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { officeDay } from '#app/platform/clock.server.ts'
import { accept, passUp, receive } from './acts.ts'
import { press, signedInAs } from './browser.ts'
import { inDays } from './days.ts'
import { enterDirective } from './directive-form.ts'
import { download, sheetIn, tablesIn } from './office-files.ts'
import { openTask, reads } from './on-screen.ts'

const ON_TIME = 'Báo cáo kết quả thực hiện kế hoạch tháng'
const LATE = 'Tổng hợp số liệu giải ngân của tháng'
const OVERDUE = 'Rà soát danh mục thiết bị cần thay'
const TO_DO = 'Chuẩn bị nội dung giao ban tháng sau'
const REASON = 'Kho bạc gửi đối chiếu muộn'

/** In time, due soon, overdue, open-ended, done on time, done late, all, share on time in percent. */
type Figures = (number | null)[]
type NumberReader = (cell: string) => number | null

test('the month as the report has it, in Word and in Excel, is the month as the board counts it', async () => {
  const secretary = await signedInAs('tonghop1')
  await playMonth(secretary)

  const today = officeDay(new Date())
  await secretary.goto(`/reports/monthly?day=${today}`)
  const from = await firstDayOfData(secretary)
  const word = await download(secretary.getByRole('link', { name: 'Tải bản Word' }))
  const workbook = await download(secretary.getByRole('link', { name: 'Tải bản Excel' }))
  await secretary.goto(`/tracking?scope=all&trackedFrom=${from}&trackedTo=${today}`)
  const lead = await figuresOnBoard(secretary, 'Chủ trì')
  const support = await figuresOnBoard(secretary, 'Phối hợp')

  const tables = (await tablesIn(word)).filter(([head]) => head?.includes('Giao trong kỳ'))
  expect(tables.map((rows) => figuresOfReport(rows, numberInWords))).toEqual([lead, support])
  const sheets = await Promise.all([1, 2].map((sheet) => sheetIn(workbook, sheet)))
  expect(sheets.map((rows) => figuresOfReport(rows, numberInCell))).toEqual([lead, support])

  // What was played is in it, beside what other tests left.
  expect(lead['Vụ Chính sách Dân tộc']![4]).toBeGreaterThanOrEqual(1)
  expect(lead['Vụ Kế hoạch - Tài chính']![5]).toBeGreaterThanOrEqual(1)
  expect(lead['Thanh tra']![2]).toBeGreaterThanOrEqual(1)
  expect(support['Vụ Tổ chức cán bộ']![2]).toBeGreaterThanOrEqual(1)
  const late = (await tablesIn(word)).find(([head]) => head?.includes('Lý do chậm'))
  expect(late?.some((row) => row.includes(LATE) && row.includes(REASON))).toBe(true)
})

/** One done on time, one done late, one overdue with a supporter who is overdue too, and one still to do. */
async function playMonth(secretary: Page): Promise<void> {
  await enterDirective(secretary, {
    subject: 'Nhiệm vụ của tháng',
    signed: { symbol: '101/TB-UBDT', signedOn: inDays(-20), signer: 'Bộ trưởng, Chủ nhiệm' },
    tasks: [
      { content: ON_TIME, typed: 'csdt', unit: 'Vụ Chính sách Dân tộc', dueOn: inDays(10) },
      { content: LATE, typed: 'khtc', unit: 'Vụ Kế hoạch - Tài chính', dueOn: inDays(-3) },
      {
        content: OVERDUE,
        typed: 'thanh tra',
        unit: 'Thanh tra',
        dueOn: inDays(-5),
        supporters: [{ typed: 'tccb', unit: 'Vụ Tổ chức cán bộ', dueOn: inDays(-6) }],
      },
      { content: TO_DO, typed: 'csdt', unit: 'Vụ Chính sách Dân tộc', dueOn: inDays(25) },
    ],
  })
  await press(secretary.getByRole('button', { name: 'Giao 4 nhiệm vụ' }))
  await reads(secretary, 'Đã giao các nhiệm vụ.')
  await finish(secretary, 'truong.csdt', ON_TIME)
  await finish(secretary, 'truong.khtc', LATE, REASON)
}

async function finish(secretary: Page, username: string, content: string, latenessReason?: string): Promise<void> {
  const head = await signedInAs(username)
  const task = await openTask(head, { tab: 'Chờ tiếp nhận', content })
  await receive(head)
  await passUp(head, { text: 'Đã xong', ...(latenessReason && { latenessReason }) })
  await secretary.goto(task)
  await accept(secretary)
}

/** As the report says it above its tables: the board is asked about the same days. */
async function firstDayOfData(page: Page): Promise<string> {
  const sentence = await page.getByText('Số liệu từ ngày').innerText()
  const [, day, month, year] = /từ ngày (\d\d)\/(\d\d)\/(\d{4})/.exec(sentence)!
  return `${year}-${month}-${day}`
}

/** By the names of the units; the sum stands under its own. */
async function figuresOnBoard(page: Page, caption: string): Promise<Record<string, Figures>> {
  const table = page.getByRole('table', { name: new RegExp(`^${caption}`) })
  await table.waitFor()
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((lines) =>
      lines.map((line) => [
        line.querySelector('th abbr')?.getAttribute('title') ?? line.querySelector('th')?.innerText ?? '',
        ...[...line.querySelectorAll('td')].map((cell) => cell.innerText),
      ]),
    )
  return Object.fromEntries(rows.map(([name = '', ...cells]) => [name, figuresOf(cells, numberInWords)]))
}

/** Below the head: number, unit, given in the period, and then the columns of the board. */
function figuresOfReport(rows: string[][], numberIn: NumberReader): Record<string, Figures> {
  const head = rows.findIndex((cells) => cells.includes('Giao trong kỳ'))
  return Object.fromEntries(
    rows.slice(head + 1).map(([_number, name = '', _given, ...cells]) => [name, figuresOf(cells, numberIn)]),
  )
}

/** The board leaves a nought out, and everybody the share of nothing. */
function figuresOf(cells: string[], numberIn: NumberReader): Figures {
  const counts = cells.slice(0, -1).map((cell) => numberIn(cell) ?? 0)
  return [...counts, numberIn(cells.at(-1) ?? '')]
}

/** As an office writes it: 1.234,5%. */
function numberInWords(words: string): number | null {
  return words === '' ? null : Number.parseFloat(words.replaceAll('.', '').replace(',', '.'))
}

function numberInCell(cell: string): number | null {
  return cell === '' ? null : Number(cell)
}
