import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import type { BoundField } from '#app/ui/fields/bound-field.ts'
import { CheckboxField } from '#app/ui/fields/checkbox-field.tsx'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import type { Choice } from './choices.server.ts'

interface OtherLeadUnitsProps<Shape extends Record<string, unknown>> {
  form: FormMetadata<Shape, string[]>
  fields: {
    otherLeadUnitIds: FieldMetadata<string[] | undefined, Shape, string[]>
    toAllUnits: BoundField
  }
  units: Choice[]
}

/** One paragraph given to many units: each gets a task of its own, and they are followed as one. */
export function OtherLeadUnits<Shape extends Record<string, unknown>>({
  form,
  fields: { otherLeadUnitIds, toAllUnits },
  units,
}: OtherLeadUnitsProps<Shape>) {
  const t = useT()
  return (
    <fieldset className="mb-4">
      <legend className="mb-1 font-medium">{t('directives:field.otherLeadUnits')}</legend>
      <CheckboxField
        field={toAllUnits}
        label={t('directives:field.toAllUnits')}
        hint={t('directives:field.toAllUnitsHint')}
      />
      {otherLeadUnitIds.getFieldList().map((unit, index) => {
        const number = index + 2
        return (
          <div key={unit.key} className="flex flex-wrap items-end gap-3">
            <div className="min-w-0 flex-1 basis-64">
              <Combobox field={unit} label={t('directives:field.otherLeadUnit', { number })} options={units} />
            </div>
            <div className="mb-4">
              <Button look="quiet" {...form.remove.getButtonProps({ name: otherLeadUnitIds.name, index })}>
                {t('directives:button.removeLeadUnit', { number })}
              </Button>
            </div>
          </div>
        )
      })}
      <Button look="quiet" {...form.insert.getButtonProps({ name: otherLeadUnitIds.name })}>
        {t('directives:button.addLeadUnit')}
      </Button>
    </fieldset>
  )
}
