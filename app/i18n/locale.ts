export const LOCALES = ['vi', 'en'] as const

export type Locale = (typeof LOCALES)[number]

/** Vietnamese unless the person chose otherwise; the browser's own wish is not asked, the office's language comes first. */
export const DEFAULT_LOCALE: Locale = 'vi'

export const LOCALE_COOKIE = 'locale'

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value)
}

/** The locale of a request. */
export function localeOf(request: Request): Locale {
  return localeIn(request.headers.get('cookie'))
}

/** The locale a cookie header names, or the default. */
export function localeIn(cookieHeader: string | null | undefined): Locale {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='))
  const chosen = pairs.find(([name]) => name === LOCALE_COOKIE)?.[1]
  return isLocale(chosen) ? chosen : DEFAULT_LOCALE
}
