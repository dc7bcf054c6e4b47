import { Form, Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from './button.tsx'

/** Filters as a GET form: what is chosen stands in the address, to be kept, sent on and gone back to. */
export function FilterBar({ children, label }: { children: ReactNode; label: string }) {
  const t = useT()
  const { pathname, search } = useLocation()
  return (
    <Form
      method="get"
      action={pathname}
      role="search"
      aria-label={label}
      // Another address means other defaults in the fields.
      key={search}
      className="mb-4 flex flex-wrap items-end gap-x-3 gap-y-2 border-b border-line pb-4 [&_[data-field]]:mb-0 max-md:[&_[data-field]]:grow"
    >
      {children}
      <div className="flex items-center gap-3">
        <Button look="quiet">{t('filter')}</Button>
        {search && (
          <Link to={pathname} className="link">
            {t('clearFilter')}
          </Link>
        )}
      </div>
    </Form>
  )
}
