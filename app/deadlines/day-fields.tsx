import { useT } from '#app/i18n/use-t.ts'
import type { BoundField } from '#app/ui/fields/bound-field.ts'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import type { Catalogue } from '#app/i18n/catalogue.ts'

export function useDayLabels() {
  const t = useT()
  return {
    kind: t('workingCalendar:field.kind'),
    source: t('workingCalendar:field.source'),
    holiday: t('workingCalendar:field.holiday'),
  }
}

type DayFieldName = keyof ReturnType<typeof useDayLabels>
type HolidayName = keyof Catalogue['calendar']['holiday']

const KINDS = ['OFF', 'MAKE_UP'] as const
const HOLIDAYS = [
  'lunarNewYear',
  'nationalDay',
  'newYear',
  'hungKings',
  'reunification',
  'labour',
  'vietnameseCulture',
] as const satisfies HolidayName[]

/** What is said of an announced day; those holidays first whose days are chosen each year. */
export function DayFields({ fields }: { fields: Record<DayFieldName, BoundField> }) {
  const t = useT()
  const labels = useDayLabels()
  return (
    <>
      <SelectField
        field={fields.kind}
        label={labels.kind}
        options={KINDS.map((kind) => ({ value: kind, label: t(`workingCalendar:kind.${kind}`) }))}
        emptyLabel={false}
        required
      />
      <SelectField
        field={fields.holiday}
        label={labels.holiday}
        hint={t('workingCalendar:field.holidayHint')}
        options={HOLIDAYS.map((holiday) => ({ value: holiday, label: t(`calendar:holiday.${holiday}`) }))}
        emptyLabel={t('workingCalendar:field.noHoliday')}
      />
      <TextField field={fields.source} label={labels.source} hint={t('workingCalendar:field.sourceHint')} required />
    </>
  )
}
