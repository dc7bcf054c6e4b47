import { useT } from '#app/i18n/use-t.ts'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import type { AuditFilter } from './audit-filter.ts'
import { AUDIT_KINDS } from './audit-kinds.ts'

export function AuditFilterBar({ filter }: { filter: AuditFilter }) {
  const t = useT()
  const kinds = AUDIT_KINDS.map((kind) => ({ value: kind, label: t(`audit:kind.${kind}`) }))
  return (
    <FilterBar label={t('audit:title')}>
      <SelectField
        field={unboundField('kind', filter.kind)}
        label={t('audit:kindHead')}
        options={kinds}
        emptyLabel={t('all')}
      />
      <TextField field={unboundField('who', filter.who)} label={t('audit:who')} type="search" />
      <DayField field={unboundField('from', filter.from)} label={t('audit:from')} />
      <DayField field={unboundField('to', filter.to)} label={t('audit:to')} />
    </FilterBar>
  )
}
