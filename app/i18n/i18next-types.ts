import 'i18next'
import type { Catalogue } from './catalogue.ts'

/** `t('errors:notFound')` is checked against the catalogue: a key that is not there is a type error. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    returnNull: false
    resources: Catalogue
  }
}
