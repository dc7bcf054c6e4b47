import { Link } from '@remix-run/react'
import type { FilterChoices } from '#app/directives/choices.server.ts'
import { sourceKinds } from '#app/directives/forms.ts'
import { FieldFilter } from '#app/directives/field-filter.tsx'
import { searchOf } from '#app/directives/task-filters.ts'
import { DueDayField, TrackedFields } from '#app/directives/task-rarer-filters.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import type { BoardFilters } from './board-filters.ts'
import { periodNamed, periodNames } from './periods.ts'

interface BoardFilterBarProps {
  filters: BoardFilters
  /** As in the address. */
  scope: string
  choices: FilterChoices
  today: string
}

export function BoardFilterBar({ filters, scope, choices, today }: BoardFilterBarProps) {
  const t = useT()
  const any = t('directives:anyOption')
  return (
    <>
      <nav aria-label={t('tracking:periods')} className="mb-3 flex flex-wrap gap-x-4 gap-y-1">
        {periodNames.map((name) => {
          const { from, to } = periodNamed(name, today)
          const isShown = filters.trackedFrom === from && filters.trackedTo === to
          return (
            <Link
              key={name}
              to={boardPath({ ...filters, trackedFrom: from, trackedTo: to }, scope)}
              aria-current={isShown ? 'true' : undefined}
              className="link aria-[current]:font-semibold aria-[current]:no-underline"
            >
              {t(`tracking:period.${name}`)}
            </Link>
          )
        })}
      </nav>
      <FilterBar label={t('directives:heading.filters')}>
        <input type="hidden" name="scope" value={scope} />
        <TrackedFields filters={filters} />
        <DueDayField filters={filters} />
        <SelectField
          field={unboundField('leader', filters.leader)}
          label={t('directives:field.directingLeader')}
          emptyLabel={any}
          options={choices.leaders}
        />
        <FieldFilter field={filters.field} fields={choices.fields} />
        <SelectField
          field={unboundField('sourceKind', filters.sourceKind)}
          label={t('directives:field.sourceKind')}
          emptyLabel={any}
          options={sourceKinds.map((kind) => ({ value: kind, label: t(`directives:sourceKind.${kind}`) }))}
        />
      </FilterBar>
    </>
  )
}

export function boardPath(filters: BoardFilters, scope: string): string {
  return `/tracking?scope=${scope}&${searchOf(filters)}`
}
