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
  translator.t = remembering(translator)
  return translator
}

/**
 * Words without values are looked up once. The library reads each key anew, plurals and all: a list page asks for some four
 * hundred. What no catalogue has is not remembered; a key may come from an address.
 */
function remembering(translator: i18n): TFunction {
  // The type of `t` knows every key; a remembered one is only handed on.
  const translate = translator.t as unknown as (key: string, values?: Record<string, unknown>) => string
  const known = new Map<string, string>()
  const remembered = (key: string, values?: Record<string, unknown>): string => {
    if (values) return translate(key, values)
    const words = known.get(key) ?? translate(key)
    if (!known.has(key) && translator.exists(key)) known.set(key, words)
    return words
  }
  return remembered as unknown as TFunction
}
