import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { type TaskClock, clockShownBy, type TaskFilters } from './task-filters.ts'

interface TaskFilterNotesProps {
  filters: TaskFilters
  /** Whose part is looked at. */
  officer: string | undefined
}

/** What the filters in use mean for what the rows say, where one might take it otherwise. */
export function TaskFilterNotes({ filters, officer = '' }: TaskFilterNotesProps) {
  const t = useT()
  const { trackedFrom, trackedTo } = filters
  const clock: TaskClock = clockShownBy(filters)
  const [from, to] = [trackedFrom ? formatDay(trackedFrom) : '', trackedTo ? formatDay(trackedTo) : '']
  const notes = [
    clock !== 'inner' ? t(`taskFilters:clock.${clock}`, { name: officer }) : [],
    from && to ? t('taskFilters:tracked.both', { from, to }) : [],
    from && !to ? t('taskFilters:tracked.from', { from }) : [],
    to && !from ? t('taskFilters:tracked.to', { to }) : [],
  ].flat()
  if (notes.length === 0) return null
  return <p className="mb-3 text-sm text-muted">{notes.join(' ')}</p>
}
