import { Link } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import type { ShownView } from './shown-views.server.ts'

interface ViewLinksProps {
  views: ShownView[]
  /** The filters in use, as they stand in an address. */
  search: string
}

/** The saved views over the list, each one press away; the one that is open says so. */
export function ViewLinks({ views, search }: ViewLinksProps) {
  const t = useT()
  const isSaved = views.some((view) => view.search === search)
  if (views.length === 0 && !search) return null
  return (
    <nav aria-label={t('savedViews:heading')} className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {views.map((view) => (
        <Link
          key={view.id}
          to={`/tasks?${view.search}`}
          aria-current={view.search === search ? 'true' : undefined}
          className="link aria-[current]:font-semibold aria-[current]:no-underline"
        >
          {view.unit ? t('savedViews:ofUnit', { name: view.name, unit: view.unit }) : view.name}
        </Link>
      ))}
      {search && !isSaved && (
        <Link to={`/saved-views/new?${search}`} className="link">
          {t('savedViews:save')}
        </Link>
      )}
      {views.length > 0 && (
        <Link to="/saved-views" className="link">
          {t('savedViews:manage')}
        </Link>
      )}
    </nav>
  )
}
