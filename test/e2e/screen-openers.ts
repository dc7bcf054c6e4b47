/** How a screen is come to, for those that an address alone does not open. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectAnswer, press } from './browser.ts'
import type { BusyOffice } from './busy-office.ts'
import { inDays } from './days.ts'
import { pick } from './directive-form.ts'
import { withoutTable } from './fault.ts'

export interface Screen {
  /** Also the name of its picture. */
  name: string
  open: (page: Page, office: BusyOffice) => Promise<unknown>
}

export function at(name: string, path: string): Screen {
  return { name, open: (page) => page.goto(path) }
}

export function ofOffice(name: string, path: (office: BusyOffice) => string): Screen {
  return { name, open: (page, office) => page.goto(path(office)) }
}

/** The page of an act, whose address holds an assignment's id. */
export function byLink(name: string, path: (office: BusyOffice) => string, act: string): Screen {
  return {
    name,
    open: async (page, office) => {
      await page.goto(path(office))
      await press(page.getByRole('link', { name: act }).first())
      await page.getByRole('heading', { level: 1, name: act }).waitFor()
    },
  }
}

export function answered(name: string, status: number, path: string): Screen {
  return {
    name,
    open: (page) => openAnswered(page, status, path),
  }
}

/** A page that reads the table, while there is none. */
export function broken(name: string, table: string, path: string): Screen {
  return {
    name,
    open: (page) => withoutTable(table, () => openAnswered(page, 500, path)),
  }
}

async function openAnswered(page: Page, status: number, path: string): Promise<void> {
  expectAnswer(page, status)
  const answer = await page.goto(path)
  expect(answer?.status(), path).toBe(status)
}

export async function saveInAnotherTab(page: Page, path: string): Promise<void> {
  const other = await page.context().newPage()
  await other.goto(path)
  await press(other.getByRole('button', { name: 'Sửa dự thảo' }))
  await other.getByText('Đã lưu dự thảo.').waitFor()
  await other.close()
}

/** A leader's page: it has charges too. */
export function atPerson(name: string, below: string): Screen {
  return { name, open: (page) => openPerson(page, below) }
}

export async function openPerson(page: Page, below: string): Promise<void> {
  await page.goto('/admin/people?words=phochunhiem1')
  await openBelow(page, below)
}

export function atUnit(name: string, below: string): Screen {
  return {
    name,
    open: async (page) => {
      await page.goto('/admin/units')
      await openBelow(page, below)
    },
  }
}

/** Follows the first row of the table, and goes on from its page. */
async function openBelow(page: Page, below: string): Promise<void> {
  const path = await page.getByRole('table').getByRole('rowheader').getByRole('link').first().getAttribute('href')
  await page.goto(`${path}${below}`)
}

/** Whoever looks is away, and a deputy head of another unit acts for them: named once, however often one looks. */
export async function nameSubstitute(page: Page): Promise<void> {
  await page.goto('/account/absences')
  if (await page.getByRole('link', { name: /^Kết thúc sớm việc thay/ }).isVisible()) return
  await press(page.getByRole('link', { name: 'Cử người thay' }))
  const option = 'Phó Vụ trưởng Vụ Kế hoạch - Tài chính'
  await pick(page.getByRole('combobox', { name: 'Người thay' }), { typed: 'pho vu truong ke hoach', option })
  await page.getByLabel('Đến hết ngày').fill(inDays(9))
  await press(page.getByRole('button', { name: 'Cử người thay' }))
  await page.getByText('Đã cử người thay.').waitFor()
}

/** The absence of whoever looks is over, if it was begun: nobody after them meets it. */
export async function endAbsence(page: Page): Promise<void> {
  await page.goto('/account/absences')
  const end = page.getByRole('link', { name: /^Kết thúc sớm việc thay/ })
  if (!(await end.isVisible())) return
  await press(end)
  await press(page.getByRole('button', { name: 'Kết thúc sớm' }))
  await page.getByText('Đã kết thúc việc thay.').waitFor()
}

/** Ticks the newest task of the list and says what is to be done with it. */
export async function selectTask(page: Page): Promise<void> {
  await page.goto('/tasks')
  await page.getByRole('checkbox', { name: 'Chọn "' }).first().check()
  await press(page.getByRole('button', { name: 'Đôn đốc' }))
  await page.getByRole('heading', { level: 1, name: 'Đôn đốc 1 nhiệm vụ' }).waitFor()
}

/** Sends the form as it is, which comes back with what is wrong. */
export async function sendFaulty(page: Page, button: string): Promise<void> {
  expectAnswer(page, 400)
  await press(page.getByRole('button', { name: button }))
  await page.getByRole('alert').waitFor()
}

/** An announcement of days, looked at. */
export async function sendFile(page: Page, text: string): Promise<void> {
  const file = { name: 'lich.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  await page.getByLabel('Tệp CSV').setInputFiles(file)
  await press(page.getByRole('button', { name: 'Xem trước' }))
}
