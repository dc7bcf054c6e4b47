import { useT } from '#app/i18n/use-t.ts'
import type { BoundField } from '#app/ui/fields/bound-field.ts'
import { initialText } from '#app/ui/fields/bound-field.ts'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import type { Period } from '#workflows/calendar/periods.ts'
import { periodWords } from './period-words.ts'
import type { ProposedPeriods } from './proposed-periods.ts'

interface PeriodFieldsProps {
  fields: Record<'firstPeriod' | 'lastPeriod' | 'dueAfterDays' | 'opensBeforeDays', BoundField>
  periods: ProposedPeriods
  /** Of an issued series, whose first period stays as it is. */
  issuedFirst: Period | null
}

/** Which periods there are a task for, when it is opened and when it is due. */
export function PeriodFields({ fields, periods, issuedFirst }: PeriodFieldsProps) {
  const t = useT()
  const optionsOf = (proposed: Period[], field: BoundField) =>
    withChosen(proposed, initialText(field)).map((value) => ({ value, label: periodWords(t, value) }))
  return (
    <>
      {issuedFirst ? (
        <>
          <input type="hidden" name={fields.firstPeriod.name} value={issuedFirst} />
          <p className="mb-4">{t('series:firstPeriodIssued', { period: periodWords(t, issuedFirst) })}</p>
        </>
      ) : (
        <SelectField
          field={fields.firstPeriod}
          label={t('series:field.firstPeriod')}
          hint={t('series:field.firstPeriodHint')}
          required
          options={optionsOf(periods.first, fields.firstPeriod)}
        />
      )}
      <SelectField
        field={fields.lastPeriod}
        label={t('series:field.lastPeriod')}
        hint={t('series:field.lastPeriodHint')}
        emptyLabel={t('series:field.noLastPeriod')}
        options={optionsOf(periods.last, fields.lastPeriod)}
      />
      <div className="field-pairs">
        <TextField
          field={fields.opensBeforeDays}
          label={t('series:field.opensBeforeDays')}
          hint={t('series:field.opensBeforeDaysHint')}
          type="number"
          required
        />
        <TextField
          field={fields.dueAfterDays}
          label={t('series:field.dueAfterDays')}
          hint={t('series:field.dueAfterDaysHint')}
          type="number"
          required
        />
      </div>
    </>
  )
}

/** What was chosen stays chosen, even where it is proposed no longer. */
function withChosen(proposed: Period[], chosen: string): Period[] {
  return chosen && !proposed.includes(chosen) ? [chosen, ...proposed] : proposed
}
