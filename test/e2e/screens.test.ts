import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { signedInAs, visitor } from './browser.ts'
import { busyOffice, type BusyOffice } from './busy-office.ts'
import { fitsWidth } from './on-screen.ts'
import { type Screen, screensOf } from './screens.ts'
import { faultsOf, RULES_OF_COLOUR, RULES_OF_SIZE } from './wcag.ts'

const DESK = { width: 1280, height: 900 }
const PHONE = { width: 360, height: 740 }
/** SCREENSHOTS=1 keeps a picture of every screen, to be looked at. */
const PICTURES = process.env.SCREENSHOTS === '1' ? join(import.meta.dirname, '../screenshots') : null

let office: BusyOffice

beforeAll(async () => {
  if (PICTURES) mkdirSync(PICTURES, { recursive: true })
  office = await busyOffice()
})

describe.each(Object.entries(screensOf))('the screens of "%s"', (username, screens) => {
  test('have nothing against WCAG 2.2 A and AA, in light and in dark, and fit a phone', async () => {
    const page = username ? await signedInAs(username) : await visitor()
    const faults: string[] = []
    for (const screen of screens) faults.push(...(await look(page, screen, username)))
    expect(faults).toEqual([])
  })
})

async function look(page: Page, { name, open }: Screen, username: string): Promise<string[]> {
  await page.setViewportSize(DESK)
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, office)
  const light = await faultsOf(page, `${name}, light`)
  await picture(page, `${username}-${name}-1280`)
  await page.setViewportSize(PHONE)
  await fitsWidth(page, PHONE.width)
  const narrow = await faultsOf(page, `${name}, on a phone`, RULES_OF_SIZE)
  await picture(page, `${username}-${name}-360`)

  await page.setViewportSize(DESK)
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page, office)
  const dark = await faultsOf(page, `${name}, dark`, RULES_OF_COLOUR)
  return [...light, ...narrow, ...dark]
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
}
