import type { i18n } from 'i18next'
import { en } from './en.ts'
import type { Locale } from './locale.ts'
import { createTranslator, type Translate } from './translator.ts'
import { vi } from './vi.ts'

const translators: Record<Locale, i18n> = { vi: createTranslator('vi', vi), en: createTranslator('en', en) }

/** For rendering: the instance of a locale. */
export function translatorFor(locale: Locale): i18n {
  return translators[locale]
}

/** For words made outside a screen: mails, exports, answers of a server that has no page. */
export function translateFor(locale: Locale): Translate {
  return translators[locale].t
}
