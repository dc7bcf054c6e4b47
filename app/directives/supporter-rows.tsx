import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import { DueDayField } from '#app/due-days/due-day-field.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import type { Choice } from './choices.server.ts'

export type SupporterFields = { unitId: string; dueOn?: string | undefined }

interface SupporterRowsProps<Shape extends Record<string, unknown>> {
  form: FormMetadata<Shape, string[]>
  field: FieldMetadata<SupporterFields[] | undefined, Shape, string[]>
  units: Choice[]
}

/** The units that support the lead, each with a day of its own or the lead's. */
export function SupporterRows<Shape extends Record<string, unknown>>({
  form,
  field,
  units,
}: SupporterRowsProps<Shape>) {
  const t = useT()
  return (
    <fieldset className="mb-4">
      <legend className="mb-1 font-medium">{t('directives:field.supporters')}</legend>
      <p className="mb-2 text-sm text-muted">{t('directives:field.supportersHint')}</p>
      {field.getFieldList().map((row, index) => {
        const { unitId, dueOn } = row.getFieldset()
        const number = index + 1
        return (
          <div key={row.key} className="flex flex-wrap items-end gap-x-4">
            <div className="min-w-0 flex-1 basis-64">
              <Combobox field={unitId} label={t('directives:field.supporter', { number })} options={units} />
            </div>
            <DueDayField field={dueOn} label={t('directives:field.supporterDueOn')} />
            <div className="mb-4">
              <Button look="quiet" {...form.remove.getButtonProps({ name: field.name, index })}>
                {t('directives:button.removeSupporter', { number })}
              </Button>
            </div>
          </div>
        )
      })}
      <Button look="quiet" {...form.insert.getButtonProps({ name: field.name })}>
        {t('directives:button.addSupporter')}
      </Button>
    </fieldset>
  )
}
