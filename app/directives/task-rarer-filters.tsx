import { useT } from '#app/i18n/use-t.ts'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import type { FilterChoices } from './choices.server.ts'
import { levelsAbove } from '#workflows/reminders/policy.ts'
import { sourceKinds, urgencies } from './forms.ts'
import { FieldFilter } from './field-filter.tsx'
import type { TaskFilters } from './task-filters.ts'

const rarerFilters = [
  'follower',
  'watch',
  'toldUp',
  'urgency',
  'field',
  'inChargeOf',
  'officer',
  'sourceKind',
  'symbol',
  'dueDay',
  'issuedFrom',
  'issuedTo',
  'trackedFrom',
  'trackedTo',
] as const satisfies (keyof TaskFilters)[]

/** Filters not asked for every day: behind a disclosure, which stands open while one of them is in use. */
export function TaskRarerFilters({ filters, choices }: { filters: TaskFilters; choices: FilterChoices }) {
  const t = useT()
  const any = t('directives:anyOption')
  return (
    <details className="basis-full" open={rarerFilters.some((name) => filters[name] !== undefined)}>
      <summary className="w-fit py-1 text-sm font-medium">{t('taskFilters:rarer')}</summary>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2 pt-2">
        <SelectField
          field={unboundField('follower', filters.follower)}
          label={t('directives:field.follower')}
          emptyLabel={any}
          options={choices.followers}
        />
        <SelectField
          field={unboundField('inChargeOf', filters.inChargeOf)}
          label={t('taskFilters:field.inChargeOf')}
          emptyLabel={any}
          options={choices.leaders}
        />
        {choices.officers.length > 0 && (
          <SelectField
            field={unboundField('officer', filters.officer)}
            label={t('taskFilters:field.officer')}
            emptyLabel={any}
            options={choices.officers}
          />
        )}
        <SelectField
          field={unboundField('urgency', filters.urgency)}
          label={t('directives:field.urgency')}
          emptyLabel={any}
          options={urgencies.map((urgency) => ({ value: urgency, label: t(`directives:urgency.${urgency}`) }))}
        />
        <SelectField
          field={unboundField('watch', filters.watch)}
          label={t('watches:filter')}
          emptyLabel={any}
          options={[{ value: 'followed', label: t('watches:filterWords.followed') }]}
        />
        <SelectField
          field={unboundField('toldUp', filters.toldUp)}
          label={t('taskFilters:field.toldUp')}
          emptyLabel={any}
          options={levelsAbove.map((level) => ({ value: level, label: t(`taskFilters:toldUp.${level}`) }))}
        />
        <FieldFilter field={filters.field} fields={choices.fields} />
        <SelectField
          field={unboundField('sourceKind', filters.sourceKind)}
          label={t('directives:field.sourceKind')}
          emptyLabel={any}
          options={sourceKinds.map((kind) => ({ value: kind, label: t(`directives:sourceKind.${kind}`) }))}
        />
        <TextField field={unboundField('symbol', filters.symbol)} label={t('directives:field.symbol')} />
        <DueDayField filters={filters} />
        <DayField field={unboundField('issuedFrom', filters.issuedFrom)} label={t('taskFilters:field.issuedFrom')} />
        <DayField field={unboundField('issuedTo', filters.issuedTo)} label={t('taskFilters:field.issuedTo')} />
        <TrackedFields filters={filters} />
      </div>
    </details>
  )
}

/** Which due day counts. */
export function DueDayField({ filters }: { filters: TaskFilters }) {
  const t = useT()
  return (
    <SelectField
      field={unboundField('dueDay', filters.dueDay)}
      label={t('taskFilters:field.dueDay')}
      emptyLabel={t('taskFilters:dueDay.inner')}
      options={[{ value: 'outer', label: t('taskFilters:dueDay.outer') }]}
    />
  )
}

/** The period of tracking. */
export function TrackedFields({ filters }: { filters: TaskFilters }) {
  const t = useT()
  return (
    <>
      <DayField field={unboundField('trackedFrom', filters.trackedFrom)} label={t('taskFilters:field.trackedFrom')} />
      <DayField field={unboundField('trackedTo', filters.trackedTo)} label={t('taskFilters:field.trackedTo')} />
    </>
  )
}
