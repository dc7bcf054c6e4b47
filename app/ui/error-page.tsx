import { Link, useRouteError } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { describeError } from './describe-error.ts'

/** A whole page for what went wrong: the status, what it means here, and a way on. */
export function ErrorPage() {
  return (
    <main id="content" className="mx-auto max-w-2xl px-4 py-12 sm:py-20">
      <ErrorWords />
    </main>
  )
}

/** The same words for the boundary of a route inside the shell, whose `main` is there already. */
export function ErrorWords() {
  const t = useT()
  const { status, heading, words, requestId } = describeError(t, useRouteError())
  return (
    <section aria-labelledby="error-heading">
      <p className="text-sm text-muted tabular-nums">{status}</p>
      <h1 id="error-heading" className="mt-1 text-xl font-semibold">
        {heading}
      </h1>
      <p className="mt-3">{words}</p>
      {requestId && (
        <>
          <p className="mt-3">{t('errors:faultAdvice')}</p>
          <p className="mt-2 break-all font-mono text-sm">{requestId}</p>
        </>
      )}
      <p className="mt-6">
        <Link to="/" className="link" reloadDocument>
          {t('home')}
        </Link>
      </p>
    </section>
  )
}
