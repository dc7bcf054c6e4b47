import { Link } from '@remix-run/react'
import type { Choice } from '#app/directives/choices.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import type { Day } from '#workflows/calendar/day.ts'
import { dataPeriodKinds, dataPeriodOf, periodBefore } from './data-periods.ts'
import { reportPath } from './report-address.ts'
import type { ReportQuestion } from './report-kinds.ts'

/** Of which unit, over which period and up to which day: the day says which week or month is meant. */
export function ReportFilterBar({ question, units, today }: { question: ReportQuestion; units: Choice[]; today: Day }) {
  const t = useT()
  const { kind, unitId, period, day } = question
  const before = periodBefore(period, dataPeriodOf(period, day))
  return (
    <>
      <FilterBar label={t('reports:choose')}>
        {kind === 'weekly' && (
          <SelectField field={unboundField('unit', unitId)} label={t('reports:unit')} options={units} />
        )}
        {kind === 'performance' && (
          <SelectField
            field={unboundField('period', period)}
            label={t('reports:period')}
            emptyLabel={false}
            options={dataPeriodKinds.map((each) => ({ value: each, label: t(`reports:periodKind.${each}`) }))}
          />
        )}
        <DayField field={unboundField('day', day)} label={t('reports:day')} latest={today} />
      </FilterBar>
      <p className="mb-4">
        <Link to={reportPath({ ...question, day: before.to })} className="link">
          {t('reports:before')}
        </Link>
      </p>
    </>
  )
}
