import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { DEFAULT_LOCALE, isLocale, type Locale } from '#app/i18n/locale.ts'
import { createTranslator } from '#app/i18n/translator.ts'
import { DisplayContext, displayOf } from '#app/ui/display.ts'

// Only the catalogue of the page's language is fetched.
const catalogues = {
  vi: async () => (await import('#app/i18n/vi.ts')).vi,
  en: async () => (await import('#app/i18n/en.ts')).en,
}

// Whoever presses a link before the last one has come abandons that page. Remix 2 leaves what was still being read of it
// rejected where nobody hears it; it is no fault.
window.addEventListener('unhandledrejection', (event) => {
  if ((event.reason as Error | undefined)?.name === 'AbortError') event.preventDefault()
})

void hydrate(isLocale(document.documentElement.lang) ? document.documentElement.lang : DEFAULT_LOCALE)

async function hydrate(locale: Locale): Promise<void> {
  const translator = createTranslator(locale, await catalogues[locale]())
  await readHandover()
  startTransition(() => {
    hydrateRoot(
      document,
      <I18nextProvider i18n={translator}>
        <DisplayContext.Provider value={displayOf(document.documentElement)}>
          <RemixBrowser />
        </DisplayContext.Provider>
      </I18nextProvider>,
    )
  })
}

/**
 * Remix decodes what the server handed over when it first renders, and throws a promise until that is done. A key pressed in
 * this moment would make React hydrate at once, meet the promise outside of any Suspense and give up: the page would stay
 * without script (error 345). So it is decoded before.
 */
async function readHandover(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (decoding) {
    await decoding
  }
}
