import { useT } from '#app/i18n/use-t.ts'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { MoreFilters } from '#app/ui/more-filters.tsx'
import { timelinessKinds } from '#workflows/calendar/timeliness.ts'
import type { FilterChoices } from './choices.server.ts'
import { type TaskFilters, taskStates, unitParts } from './task-filters.ts'
import { TaskRarerFilters } from './task-rarer-filters.tsx'
import { UnitFilter } from './unit-filter.tsx'

interface TaskFilterBarProps {
  filters: TaskFilters
  choices: FilterChoices
}

/** The filters of the list of tasks; they stand in the address. */
export function TaskFilterBar({ filters, choices }: TaskFilterBarProps) {
  const t = useT()
  const any = t('directives:anyOption')
  const { q, ...others } = filters
  return (
    <FilterBar label={t('directives:heading.filters')}>
      <TextField field={unboundField('q', q)} label={t('directives:field.q')} type="search" />
      <MoreFilters inUse={Object.keys(others).length}>
        <SelectField
          field={unboundField('state', filters.state)}
          label={t('directives:field.state')}
          emptyLabel={any}
          options={taskStates.map((state) => ({ value: state, label: t(`directives:taskState.${state}`) }))}
        />
        <SelectField
          field={unboundField('timeliness', filters.timeliness)}
          label={t('directives:field.timeliness')}
          emptyLabel={any}
          options={timelinessKinds.map((kind) => ({ value: kind, label: t(`directives:timeliness.${kind}`) }))}
        />
        <UnitFilter unit={filters.unit} units={choices.units} />
        <SelectField
          field={unboundField('unitPart', filters.unitPart)}
          label={t('taskFilters:field.unitPart')}
          emptyLabel={t('taskFilters:unitPart.lead')}
          options={unitParts.map((part) => ({ value: part, label: t(`taskFilters:unitPart.${part}`) }))}
        />
        <SelectField
          field={unboundField('leader', filters.leader)}
          label={t('directives:field.directingLeader')}
          emptyLabel={any}
          options={choices.leaders}
        />
        <DayField field={unboundField('dueFrom', filters.dueFrom)} label={t('directives:field.dueFrom')} />
        <DayField field={unboundField('dueTo', filters.dueTo)} label={t('directives:field.dueTo')} />
        <TaskRarerFilters filters={filters} choices={choices} />
      </MoreFilters>
    </FilterBar>
  )
}
