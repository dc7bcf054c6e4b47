import type { Choice } from '#app/directives/choices.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { periodKinds } from '#workflows/calendar/periods.ts'
import { type SeriesFilters, shownStates } from './series-filters.ts'

export function SeriesFilterBar({ filters, units }: { filters: SeriesFilters; units: Choice[] }) {
  const t = useT()
  return (
    <FilterBar label={t('series:filters')}>
      <TextField field={unboundField('q', filters.q)} label={t('directives:field.q')} type="search" />
      <SelectField
        field={unboundField('state', filters.state)}
        label={t('directives:field.state')}
        emptyLabel={t('all')}
        options={shownStates.map((state) => ({ value: state, label: t(`series:state.${state}`) }))}
      />
      <SelectField
        field={unboundField('kind', filters.kind)}
        label={t('series:field.kind')}
        emptyLabel={t('all')}
        options={periodKinds.map((kind) => ({ value: kind, label: t(`series:kind.${kind}`) }))}
      />
      <Combobox field={unboundField('unit', filters.unit)} label={t('directives:field.leadUnit')} options={units} />
    </FilterBar>
  )
}
