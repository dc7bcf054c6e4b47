import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOCALE_COOKIE } from '#app/i18n/locale.ts'
import { application, signedInAs, visitor } from './browser.ts'
import { busyOffice, type BusyOffice } from './busy-office.ts'
import { fitsWidth } from './on-screen.ts'
import { endAbsence, type Screen } from './screen-openers.ts'
import { AWAY, englishScreensOf, NEWCOMER, screensOf } from './screens.ts'
import { faultsOf, RULES_OF_COLOUR, RULES_OF_SIZE } from './wcag.ts'

const DESK = { width: 1280, height: 900 }
const PHONE = { width: 360, height: 740 }
/** A person has some thirty screens, each examined three times. */
const A_PERSON = 15 * 60_000
/** SCREENSHOTS=1 keeps a picture of every screen, to be looked at. */
const PICTURES = process.env.SCREENSHOTS === '1' ? join(import.meta.dirname, '../screenshots') : null

let office: BusyOffice

beforeAll(async () => {
  if (PICTURES) mkdirSync(PICTURES, { recursive: true })
  office = await busyOffice()
})

afterAll(async () => {
  await endAbsence(await signedInAs(AWAY))
})

describe.each(Object.entries(screensOf))('the screens of "%s"', (username, screens) => {
  test(
    'have nothing against WCAG 2.2 A and AA, in light and in dark, and fit a phone',
    async () => {
      const page = await pageOf(username)
      const faults: string[] = []
      for (const screen of screens) {
        faults.push(...(await look(page, screen, username)))
      }
      expect(faults).toEqual([])
    },
    A_PERSON,
  )
})

describe.each(Object.entries(englishScreensOf))('the English screens of "%s"', (username, screens) => {
  // Their colours are those of the Vietnamese ones.
  test(
    'have nothing against WCAG 2.2 A and AA, and fit a phone',
    async () => {
      const page = await pageOf(username)
      await page.context().addCookies([{ name: LOCALE_COOKIE, value: 'en', url: application.address }])
      const faults: string[] = []
      for (const screen of screens) {
        faults.push(...(await look(page, screen, `en-${username}`, { dark: false })))
        expect(await page.locator('html').getAttribute('lang'), screen.name).toBe('en')
      }
      expect(faults).toEqual([])
    },
    A_PERSON,
  )
})

async function pageOf(username: string): Promise<Page> {
  return username === '' || username === NEWCOMER ? visitor() : signedInAs(username)
}

/** Opened once: light and dark, wide and narrow are the same page to its style sheet. */
async function look(page: Page, { name, open }: Screen, whose: string, { dark = true } = {}): Promise<string[]> {
  await page.setViewportSize(DESK)
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, office)
  const faults = await faultsOf(page, `${name}, light`)
  await picture(page, `${whose}-${name}-1280`)
  if (dark) {
    await page.emulateMedia({ colorScheme: 'dark' })
    faults.push(...(await faultsOf(page, `${name}, dark`, RULES_OF_COLOUR)))
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await page.setViewportSize(PHONE)
  await fitsWidth(page, PHONE.width)
  faults.push(...(await faultsOf(page, `${name}, on a phone`, RULES_OF_SIZE)))
  await picture(page, `${whose}-${name}-360`)
  return faults
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
}
