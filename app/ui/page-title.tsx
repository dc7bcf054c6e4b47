import { useMatches, useRouteError, type UIMatch } from '@remix-run/react'
import type { Translate } from '#app/i18n/translator.ts'
import { useT } from '#app/i18n/use-t.ts'
import { describeError } from './describe-error.ts'

/**
 * What a route exports as `handle` to name its page:
 * `export const handle: PageHandle<typeof loader> = { title: (t, data) => data.title }`.
 * It is asked on both sides, in the reader's language, and only when the loader gave its data.
 */
export interface PageHandle<Data = unknown> {
  title: (t: Translate, loaded: Data) => string
}

/** The `<title>`: that of the innermost route that has one. */
export function PageTitle() {
  const t = useT()
  const matches = useMatches() as UIMatch<unknown, Partial<PageHandle> | undefined>[]
  const error = useRouteError()
  // Where the loader failed after an action, the data is null.
  const titled = matches.findLast((match) => match.handle?.title !== undefined && match.data != null)
  const own = error == null ? titled?.handle?.title?.(t, titled.data) : describeError(t, error).heading
  return <title>{own ? `${own} · ${t('productName')}` : t('productName')}</title>
}
