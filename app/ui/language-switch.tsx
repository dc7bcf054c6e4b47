import { Form, useLocation } from '@remix-run/react'
import type { Locale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'

/** The other language, by its own name. The whole page is loaded again, since it holds one catalogue only. */
export function LanguageSwitch() {
  const t = useT()
  const other: Locale = useLocale() === 'vi' ? 'en' : 'vi'
  const { pathname, search } = useLocation()
  return (
    <Form method="post" action="/language" reloadDocument>
      <input type="hidden" name="locale" value={other} />
      <input type="hidden" name="backTo" value={pathname + search} />
      <button type="submit" lang={other} className="link min-h-9">
        {t('otherLanguage')}
      </button>
    </Form>
  )
}
