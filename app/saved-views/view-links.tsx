import { Link } from '@remix-run/react'
import { searchOf } from '#app/directives/task-filters.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { ShownView } from './shown-views.server.ts'

interface ViewLinksProps {
  /** Whether the reader chases what nobody moves. */
  chases: boolean
  views: ShownView[]
  /** The filters in use, as they stand in an address. */
  search: string
}

/** The list of what is to be chased, and the saved views over the list, each one press away; the one that is open says so. */
export function ViewLinks({ chases, views, search }: ViewLinksProps) {
  const t = useT()
  const given = chases ? [{ search: searchOf({ toldUp: 'SECRETARIAT' }), words: t('taskFilters:secretariatList') }] : []
  const saved = views.map(({ name, unit, search }) => {
    return { search, words: unit ? t('savedViews:ofUnit', { name, unit }) : name }
  })
  const shown = [...given, ...saved]
  const isShown = shown.some((view) => view.search === search)
  if (shown.length === 0 && !search) return null
  return (
    <nav aria-label={t('savedViews:heading')} className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {shown.map((view) => (
        <Link
          key={`${view.search} ${view.words}`}
          to={`/tasks?${view.search}`}
          aria-current={view.search === search ? 'true' : undefined}
          className="link aria-[current]:font-semibold aria-[current]:no-underline"
        >
          {view.words}
        </Link>
      ))}
      {search && !isShown && (
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
