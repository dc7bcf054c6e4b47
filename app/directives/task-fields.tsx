import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import { DueDayField } from '#app/due-days/due-day-field.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { BoundField } from '#app/ui/fields/bound-field.ts'
import { CheckboxField } from '#app/ui/fields/checkbox-field.tsx'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { TextArea } from '#app/ui/fields/text-area.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import type { Choice } from './choices.server.ts'
import { dueKinds, urgencies } from './forms.ts'
import { OtherLeadUnits } from './other-lead-units.tsx'
import { type SupporterFields, SupporterRows } from './supporter-rows.tsx'

interface TaskFieldset<Shape extends Record<string, unknown>> {
  content: BoundField
  expectedProduct: BoundField
  leadUnitId: BoundField
  urgency: BoundField
  field: BoundField
  dueOn: BoundField
  dueHour: BoundField
  openEnded: BoundField
  dueKind: BoundField
  dueDays: BoundField
  dueHours: BoundField
  outerDueOn: BoundField
  supporters: FieldMetadata<SupporterFields[] | undefined, Shape, string[]>
  /** Only where a paragraph is entered, and may be given to many units. */
  otherLeadUnitIds?: FieldMetadata<string[] | undefined, Shape, string[]>
  toAllUnits?: BoundField
}

interface TaskFieldsProps<Shape extends Record<string, unknown>> {
  form: FormMetadata<Shape, string[]>
  fields: TaskFieldset<Shape>
  units: Choice[]
  /** The fields of the leaders' charges. */
  chargedFields: string[]
}

/** What is to be done, by which units, by when. */
export function TaskFields<Shape extends Record<string, unknown>>({
  form,
  fields,
  units,
  chargedFields,
}: TaskFieldsProps<Shape>) {
  const t = useT()
  const { supporters, otherLeadUnitIds, toAllUnits } = fields
  return (
    <div data-task-fields>
      <TextArea field={fields.content} label={t('directives:field.content')} rows={3} required />
      <div className="field-pairs">
        <Combobox
          field={fields.leadUnitId}
          label={t('directives:field.leadUnit')}
          hint={t('directives:field.leadUnitHint')}
          options={units}
          required
        />
        <TextField field={fields.expectedProduct} label={t('directives:field.expectedProduct')} />
        <div data-fields className="flex flex-wrap items-end gap-x-4 sm:grid">
          <DueDayField field={fields.dueOn} label={t('directives:field.dueOn')} />
          <CheckboxField field={fields.openEnded} label={t('directives:field.openEnded')} />
        </div>
        <div data-flash-only>
          <TextField field={fields.dueHour} label={t('calendar:field.dueHour')} type="time" />
        </div>
        <SelectField
          field={fields.urgency}
          label={t('directives:field.urgency')}
          emptyLabel={false}
          options={urgencies.map((urgency) => ({ value: urgency, label: t(`directives:urgency.${urgency}`) }))}
        />
        <TextField field={fields.field} label={t('fields:field')} hint={t('fields:hint')} suggestions={chargedFields} />
      </div>
      <details className="mb-4" open={opensWith(fields.dueKind, 'FIXED_DAY') || opensWith(fields.outerDueOn)}>
        <summary className="mb-2">{t('directives:heading.otherDueDays')}</summary>
        <div className="field-pairs">
          <div data-fields className="flex flex-wrap items-end gap-x-4 sm:grid">
            <SelectField
              field={fields.dueKind}
              label={t('directives:field.dueKind')}
              emptyLabel={false}
              options={dueKinds.map((kind) => ({ value: kind, label: t(`directives:dueKind.${kind}`) }))}
            />
            <TextField field={fields.dueDays} label={t('directives:field.dueDays')} type="number" inputMode="numeric" />
          </div>
          <div data-flash-only>
            <TextField field={fields.dueHours} label={t('calendar:field.dueHours')} type="number" inputMode="numeric" />
          </div>
          <DayField field={fields.outerDueOn} label={t('directives:field.outerDueOn')} />
        </div>
      </details>
      <details className="mb-4" open={supporters.getFieldList().length > 0 || isGroup(fields)}>
        <summary className="mb-2">{t('directives:heading.moreUnits')}</summary>
        <SupporterRows form={form} field={supporters} units={units} />
        {otherLeadUnitIds && toAllUnits && (
          <OtherLeadUnits form={form} fields={{ otherLeadUnitIds, toAllUnits }} units={units} />
        )}
      </details>
    </div>
  )
}

/** A disclosure is open where something in it was chosen, or has to be put right. */
function opensWith({ initialValue, errors }: BoundField, usual = ''): boolean {
  return Boolean(errors) || (typeof initialValue === 'string' && initialValue !== '' && initialValue !== usual)
}

function isGroup<Shape extends Record<string, unknown>>({
  otherLeadUnitIds,
  toAllUnits,
}: TaskFieldset<Shape>): boolean {
  return (otherLeadUnitIds?.getFieldList().length ?? 0) > 0 || toAllUnits?.initialValue === 'on'
}
