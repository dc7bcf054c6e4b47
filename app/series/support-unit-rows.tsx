import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import type { Choice } from '#app/directives/choices.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { Combobox } from '#app/ui/fields/combobox.tsx'

interface SupportUnitRowsProps<Shape extends Record<string, unknown>> {
  form: FormMetadata<Shape, string[]>
  field: FieldMetadata<string[] | undefined, Shape, string[]>
  units: Choice[]
}

/** The units that support the lead in every period, each due with it. */
export function SupportUnitRows<Shape extends Record<string, unknown>>({
  form,
  field,
  units,
}: SupportUnitRowsProps<Shape>) {
  const t = useT()
  return (
    <fieldset className="mb-4">
      <legend className="mb-1 font-medium">{t('series:field.supportUnits')}</legend>
      {field.getFieldList().map((unit, index) => {
        const number = index + 1
        return (
          <div key={unit.key} className="flex flex-wrap items-end gap-3">
            <div className="min-w-0 flex-1 basis-64">
              <Combobox field={unit} label={t('series:field.supportUnit', { number })} options={units} />
            </div>
            <div className="mb-4">
              <Button look="quiet" {...form.remove.getButtonProps({ name: field.name, index })}>
                {t('series:removeUnit', { number })}
              </Button>
            </div>
          </div>
        )
      })}
      <Button look="quiet" {...form.insert.getButtonProps({ name: field.name })}>
        {t('series:addUnit')}
      </Button>
    </fieldset>
  )
}
