import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { I18nextProvider } from 'react-i18next'
import { localeOf } from '#app/i18n/locale.ts'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { logFault } from '#app/platform/respond.server.ts'
import { DisplayContext, displayIn } from '#app/ui/display.ts'
import { NonceContext } from '#app/ui/nonce.ts'
import { renderWhole } from './render-whole.ts'

/**
 * A page is made whole before its first byte leaves: nothing here is deferred, and a fault while rendering can still
 * become a page with status 500 instead of half a page with status 200.
 */
export default async function handleDocument(
  request: Request,
  status: number,
  headers: Headers,
  entryContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const page = (
    <I18nextProvider i18n={translatorFor(localeOf(request))}>
      <NonceContext.Provider value={nonce}>
        <DisplayContext.Provider value={displayIn(request.headers.get('cookie'))}>
          <RemixServer context={entryContext} url={request.url} nonce={nonce} />
        </DisplayContext.Provider>
      </NonceContext.Provider>
    </I18nextProvider>
  )
  const html = await renderWhole(page, nonce)
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.append('vary', 'Cookie')
  // A page holds one person's work: no copy of it stays with a proxy or behind the back button after signing out.
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  return new Response(html, { status, headers })
}

/** Faults while rendering, or inside Remix; those of loaders and actions are logged where they are answered. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // No such address, no such method: Remix answered, nothing is broken.
  const isAnswered = isRouteErrorResponse(error) && error.status < 500
  if (!request.signal.aborted && !isAnswered) logFault(error, context)
}
