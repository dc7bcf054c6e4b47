import { useT } from '#app/i18n/use-t.ts'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { MoreFilters } from '#app/ui/more-filters.tsx'
import { timelinessKinds } from '#workflows/calendar/timeliness.ts'
import type { Choice } from './choices.server.ts'
import { urgencies } from './forms.ts'
import { type TaskFilters, taskStates } from './task-filters.ts'

interface TaskFilterBarProps {
  filters: TaskFilters
  choices: { units: Choice[]; leaders: Choice[]; followers: Choice[] }
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
        <SelectField
          field={unboundField('urgency', filters.urgency)}
          label={t('directives:field.urgency')}
          emptyLabel={any}
          options={urgencies.map((urgency) => ({ value: urgency, label: t(`directives:urgency.${urgency}`) }))}
        />
        <Combobox
          field={unboundField('unit', filters.unit)}
          label={t('directives:field.leadUnit')}
          options={choices.units}
        />
        <SelectField
          field={unboundField('leader', filters.leader)}
          label={t('directives:field.directingLeader')}
          emptyLabel={any}
          options={choices.leaders}
        />
        <SelectField
          field={unboundField('follower', filters.follower)}
          label={t('directives:field.follower')}
          emptyLabel={any}
          options={choices.followers}
        />
        <DayField field={unboundField('dueFrom', filters.dueFrom)} label={t('directives:field.dueFrom')} />
        <DayField field={unboundField('dueTo', filters.dueTo)} label={t('directives:field.dueTo')} />
      </MoreFilters>
    </FilterBar>
  )
}
