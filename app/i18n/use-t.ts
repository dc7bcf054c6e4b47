import { useTranslation } from 'react-i18next'
import { DEFAULT_LOCALE, isLocale, type Locale } from './locale.ts'
import type { Translate } from './translator.ts'

/** The words of the screen: `const t = useT()`, then `t('save')` (common) or `t('errors:notFound')`. */
export function useT(): Translate {
  return useTranslation().t
}

export function useLocale(): Locale {
  const { language } = useTranslation().i18n
  return isLocale(language) ? language : DEFAULT_LOCALE
}
