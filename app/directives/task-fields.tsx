import { useT } from '#app/i18n/use-t.ts'
import type { BoundField } from '#app/ui/fields/bound-field.ts'
import { CheckboxField } from '#app/ui/fields/checkbox-field.tsx'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { TextArea } from '#app/ui/fields/text-area.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import type { Choice } from './choices.server.ts'
import { urgencies } from './forms.ts'

export interface TaskFieldset {
  content: BoundField
  expectedProduct: BoundField
  leadUnitId: BoundField
  urgency: BoundField
  dueOn: BoundField
  openEnded: BoundField
}

/** What is to be done, by which unit, by when. */
export function TaskFields({ fields, units }: { fields: TaskFieldset; units: Choice[] }) {
  const t = useT()
  return (
    <>
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
        <div data-fields className="flex flex-wrap items-end gap-x-4">
          <DayField field={fields.dueOn} label={t('directives:field.dueOn')} />
          <CheckboxField field={fields.openEnded} label={t('directives:field.openEnded')} />
        </div>
        <SelectField
          field={fields.urgency}
          label={t('directives:field.urgency')}
          emptyLabel={false}
          options={urgencies.map((urgency) => ({ value: urgency, label: t(`directives:urgency.${urgency}`) }))}
        />
      </div>
    </>
  )
}
