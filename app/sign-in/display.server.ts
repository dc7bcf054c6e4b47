import { LOCALE_COOKIE } from '#app/i18n/locale.ts'
import { db } from '#app/platform/db.server.ts'
import { DENSITY_COOKIE, THEME_COOKIE } from '#app/ui/display.ts'
import { displaySchema, type DisplayChoice } from './display-choice.ts'
import { httpOnlyCookie } from './session-cookie.server.ts'

const A_YEAR = 365 * 24 * 60 * 60
const COOKIES: Record<keyof DisplayChoice, string> = {
  locale: LOCALE_COOKIE,
  theme: THEME_COOKIE,
  density: DENSITY_COOKIE,
}

/** Kept with the account, for its next browser. */
export async function keepDisplay(loginId: string, choice: Partial<DisplayChoice>): Promise<void> {
  await db.login.update({ where: { id: loginId }, data: choice })
}

/** Kept in the browser, so that a page is right from its first paint, and before the sign-in too. */
export function displayCookies(choice: Partial<DisplayChoice>): string[] {
  return Object.entries(choice).map(([name, value]) =>
    httpOnlyCookie(COOKIES[name as keyof DisplayChoice], value, A_YEAR),
  )
}

/** For a browser the account signs in at: what it has chosen anywhere before, and nothing where it never did. */
export async function displayCookiesOf(username: string): Promise<string[]> {
  const login = await db.login.findUnique({
    where: { username },
    select: { locale: true, theme: true, density: true },
  })
  const chosen = Object.entries(login ?? {}).filter(([, value]) => value !== null)
  return displayCookies(displaySchema.partial().parse(Object.fromEntries(chosen)))
}
