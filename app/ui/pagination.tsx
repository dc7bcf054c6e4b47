import { Link, useLocation } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'

interface PaginationProps {
  /** From 1. */
  page: number
  pageSize: number
  /** Rows in all; with `capped`, at least so many. */
  total: number
  capped?: boolean
}

/** Links to the pages before and after; they keep the filters, which are in the address as well. */
export function Pagination({ page, pageSize, total, capped = false }: PaginationProps) {
  const t = useT()
  const { pathname, search } = useLocation()
  if (total === 0) return null
  const last = Math.ceil(total / pageSize)
  const to = Math.min(page * pageSize, total)

  function address(target: number): string {
    const query = new URLSearchParams(search)
    query.delete('done')
    query.set('page', String(target))
    return `${pathname}?${query}`
  }

  return (
    <nav aria-label={t('ui:pages')} className="mt-3 flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm text-muted tabular-nums">
        {t('ui:rowsShown', {
          from: formatNumber((page - 1) * pageSize + 1),
          to: formatNumber(to),
          total: formatNumber(total) + (capped ? '+' : ''),
        })}
      </p>
      <ul className="flex flex-wrap items-center gap-1">
        {page > 1 && (
          <li>
            <Link rel="prev" to={address(page - 1)} className={STEP}>
              <span aria-hidden="true">←</span>
              <span className="sr-only">{t('ui:previousPage')}</span>
            </Link>
          </li>
        )}
        {pagesAround(page, last).map((target, index, all) => (
          <li key={target} className="flex items-center gap-1">
            {index > 0 && target - (all[index - 1] ?? 0) > 1 && <span aria-hidden="true">…</span>}
            <Link
              to={address(target)}
              aria-current={target === page ? 'page' : undefined}
              aria-label={t('ui:page', { page: formatNumber(target) })}
              className={`${STEP} aria-[current=page]:border-accent aria-[current=page]:font-semibold`}
            >
              {formatNumber(target)}
            </Link>
          </li>
        ))}
        {page < last && (
          <li>
            <Link rel="next" to={address(page + 1)} className={STEP}>
              <span aria-hidden="true">→</span>
              <span className="sr-only">{t('ui:nextPage')}</span>
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}

const STEP =
  'inline-flex min-h-8 min-w-8 items-center justify-center rounded-md border border-transparent px-1.5 tabular-nums hover:border-edge'

/** The first page, the last, and those beside the current one. */
function pagesAround(page: number, last: number): number[] {
  const wanted = [1, page - 1, page, page + 1, last]
  return [...new Set(wanted)].filter((target) => target >= 1 && target <= last).sort((a, b) => a - b)
}
