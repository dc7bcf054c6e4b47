import { createInstance, type i18n, type TFunction } from 'i18next'
import type { Catalogue, Namespace, WordsLike } from './catalogue.ts'
import type { Locale } from './locale.ts'
import type {} from './i18next-types.ts'

/** Knows every namespace: `t('common:save')`, or `t('save')` for `common`. */
export type Translate = TFunction<['common', ...Namespace[]]>

/**
 * One i18next instance holding one catalogue. It never changes once made, so the server keeps one a locale for all
 * requests and the browser is given the one it needs and no other.
 */
export function createTranslator(locale: Locale, catalogue: WordsLike<Catalogue>): i18n {
  const translator = createInstance()
  void translator.init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: catalogue },
    ns: Object.keys(catalogue),
    defaultNS: 'common',
    initAsync: false,
    // React escapes what it renders; escaping twice would show "&amp;".
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  return translator
}
