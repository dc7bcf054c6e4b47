import { useT } from '#app/i18n/use-t.ts'
import type { BoundField } from '#app/ui/fields/bound-field.ts'
import { TextField } from '#app/ui/fields/text-field.tsx'

export function useUnitLabels() {
  const t = useT()
  return { name: t('organisation:unitName'), abbreviation: t('organisation:abbreviation') }
}

type UnitFieldName = keyof ReturnType<typeof useUnitLabels>

export function UnitFields({ fields }: { fields: Record<UnitFieldName, BoundField> }) {
  const labels = useUnitLabels()
  return (
    <>
      <TextField field={fields.name} label={labels.name} required />
      <TextField field={fields.abbreviation} label={labels.abbreviation} required />
    </>
  )
}
