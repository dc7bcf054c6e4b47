/** Weeks of one task in simulated time: it goes due, overdue and up two levels, and more time is asked for and given. */
import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeMoment } from '#test/kill/office-clock.ts'
import { grantExtension, handOn, receive, requestExtension } from './acts.ts'
import { press, signedInAs } from './browser.ts'
import { issueCounted } from './counted-task.ts'
import { type MovedApplication, startMovedApplication } from './moved-application.ts'
import { fitsWidth, openTask, reads } from './on-screen.ts'
import { DERIVED_EN, DERIVED_VI, TOLD_EN, TOLD_VI } from './overdue-words.ts'
import { unreadOn } from './unread.ts'

/** A Tuesday; the Hung Kings' day, 30 April and 1 May lie ahead. */
const ISSUED = '2026-04-14'
const PART_DUE = '2026-04-29'
const EXTENDED = '2026-05-13'
const CONTENT = 'Tổng hợp số liệu về hạ tầng số của các địa phương'
const PHONE = 360

let moved: MovedApplication

beforeAll(async () => {
  moved = await startMovedApplication(officeMoment(ISSUED, '08:30'))
})
afterAll(() => moved?.stop())

test('a task goes due, overdue and up two levels; more time shows wherever the day is shown', async () => {
  const secretary = await at('tonghop1')
  await issueCounted(secretary, CONTENT, { workingDays: 21, signedOn: '2026-04-13' })
  const head = await at('truong.tttt')
  const task = await openTask(head, { tab: 'Chờ tiếp nhận', content: CONTENT })
  await receive(head)
  await handOn(head, {
    typed: 'chuyen vien 1',
    person: 'Chuyên viên 1 Trung tâm Thông tin',
    dueOn: PART_DUE,
    instruction: 'Tổng hợp số liệu của các địa phương',
  })
  const officer = await at('chuyenvien1.tttt')
  await openTask(officer, { tab: 'Chờ tiếp nhận', content: CONTENT })
  await receive(officer)
  const address = await makeFeed(officer)
  const told = await eventOf(address)
  expect(told.day).toBe(PART_DUE)

  await head.goto('/my-work')
  await officer.goto('/my-work')
  const [ofHead, ofOfficer] = [await unreadOn(head), await unreadOn(officer)]
  const loads = countLoads(head)
  await morningOf(PART_DUE)
  await hears(officer, ofOfficer + 1)
  await morningOf('2026-05-04')
  await hears(officer, ofOfficer + 2)
  expect(await unreadOn(head)).toBe(ofHead)

  await morningOf('2026-05-05')
  await hears(head, ofHead + 1)
  expect(loads()).toBe(0)
  await press(head.getByRole('link', { name: `Thông báo, ${ofHead + 1} chưa đọc` }))
  const inList = head.getByRole('row').filter({ hasText: 'Quá hạn 2 ngày làm việc' })
  await inList
    .filter({ hasText: `36/TB-UBDT: ${CONTENT}` })
    .filter({ hasText: '29/04/2026' })
    .waitFor()

  await morningOf('2026-05-08')
  const leader = await at('phochunhiem1', PHONE)
  await press(leader.getByRole('link', { name: 'Thông báo, 1 chưa đọc' }))
  await reads(leader, 'Quá hạn 5 ngày làm việc')
  await fitsWidth(leader, PHONE)
  await press(leader.getByRole('link', { name: 'Quá hạn 5 ngày làm việc' }))
  await leader.getByRole('heading', { level: 1, name: 'Nhiệm vụ' }).waitFor()
  await fitsWidth(leader, PHONE)

  await officer.goto(task)
  await requestExtension(officer, { dueOn: EXTENDED, reason: 'Các địa phương gửi số liệu chậm' })
  await head.goto(task)
  expect(await openedAt(head, 'đã báo:')).toEqual([TOLD_VI])
  await grantExtension(head)
  const changed = await eventOf(address)
  expect(changed).toMatchObject({ uid: told.uid, summary: told.summary, day: EXTENDED })
  expect(changed.sequence).toBeGreaterThan(told.sequence)
  expect(await openedAt(head, 'cách tính hạn')).toEqual([DERIVED_VI.task, DERIVED_VI.lead, DERIVED_VI.part])
  await press(head.getByRole('button', { name: 'English' }))
  expect(await openedAt(head, 'how it is counted')).toEqual([DERIVED_EN.task, DERIVED_EN.lead, DERIVED_EN.part])
  expect(await openedAt(head, 'told:')).toEqual([TOLD_EN])

  await officer.goto('/my-work')
  const still = await unreadOn(officer)
  await morningOf(EXTENDED)
  await hears(officer, still + 1)
})

function at(username: string, width = 1280): Promise<Page> {
  return signedInAs(username, { of: moved.application, width })
}

/** The day begins, and the reminders of it are told. */
async function morningOf(day: string): Promise<void> {
  moved.moveTo(officeMoment(day, '08:00'))
  await moved.remind()
}

/** The page stays as it is, but for the number. */
async function hears(page: Page, unread: number): Promise<void> {
  await expect.poll(() => unreadOn(page), { timeout: 20_000 }).toBe(unread)
}

/** What stands in everything that opens by such words, line by line and without the hours. */
async function openedAt(page: Page, words: string): Promise<string[][]> {
  const opened: string[][] = []
  for (const details of await page.getByRole('main').locator('details', { hasText: words }).all()) {
    await press(details.locator('summary'))
    const text = await details.locator('> ol').innerText()
    opened.push(text.replaceAll(/ \d\d:\d\d/g, '').split('\n'))
  }
  return opened
}

/** How often the page was loaded from here on. */
function countLoads(page: Page): () => number {
  let loads = 0
  page.on('load', () => (loads += 1))
  return () => loads
}

async function makeFeed(page: Page): Promise<string> {
  await page.goto('/account/feed')
  await press(page.getByRole('button', { name: /^Tạo địa chỉ/ }))
  return page.getByText(/\/feeds\/[\w-]+\.ics$/).innerText()
}

/** The only one in the calendar, as a calendar program reads it. */
async function eventOf(address: string) {
  const text = await (await fetch(address)).text()
  const [event, ...more] = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent')
  expect(more).toEqual([])
  const { uid, summary, startDate, sequence } = new ICAL.Event(event)
  return { uid, summary, sequence, day: startDate.toString() }
}
