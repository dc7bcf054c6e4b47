import type { i18n } from 'i18next'
import { useContext } from 'react'
import { I18nContext } from 'react-i18next'
import { DEFAULT_LOCALE, isLocale, type Locale } from './locale.ts'
import type { Translate } from './translator.ts'

/** The words of the screen: `const t = useT()`, then `t('save')` (common) or `t('errors:notFound')`. */
export function useT(): Translate {
  return useTranslator().t
}

export function useLocale(): Locale {
  const { language } = useTranslator()
  return isLocale(language) ? language : DEFAULT_LOCALE
}

/**
 * The page's instance has its whole catalogue and never changes, so nothing has to be waited for or watched. The library's own
 * hook does both and copies the instance for every component that asks: a quarter of the work of a list page.
 */
function useTranslator(): i18n {
  return useContext(I18nContext).i18n
}
