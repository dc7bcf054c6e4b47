import type { LinksFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from '@remix-run/react'
import { useContext, type ReactNode } from 'react'
import latin400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url'
import vietnamese400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url'
import { useLocale } from '#app/i18n/use-t.ts'
import { displayAttributes, DisplayContext } from '#app/ui/display.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { NonceContext } from '#app/ui/nonce.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import stylesheet from './app.css?url'
import type {} from './load-context.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  ...[latin400, vietnamese400].map((href) => ({
    rel: 'preload' as const,
    as: 'font' as const,
    type: 'font/woff2',
    crossOrigin: 'anonymous' as const,
    href,
  })),
  { rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' },
]

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext)
  const locale = useLocale()
  const display = useContext(DisplayContext)
  return (
    <html lang={locale} {...displayAttributes(display)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={display.theme === 'device' ? 'light dark' : display.theme} />
        <PageTitle />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage />
}
