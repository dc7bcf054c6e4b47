import { useT } from '#app/i18n/use-t.ts'
import type { BoundField } from '#app/ui/fields/bound-field.ts'
import { TextField } from '#app/ui/fields/text-field.tsx'

export function usePersonLabels() {
  const t = useT()
  return {
    fullName: t('organisation:fullName'),
    email: t('organisation:email'),
    phone: t('organisation:phone'),
    outsideId: t('organisation:outsideId'),
  }
}

type PersonFieldName = keyof ReturnType<typeof usePersonLabels>

export function PersonFields({ fields }: { fields: Record<PersonFieldName, BoundField> }) {
  const t = useT()
  const labels = usePersonLabels()
  return (
    <>
      <TextField field={fields.fullName} label={labels.fullName} required />
      <TextField field={fields.email} label={labels.email} type="email" />
      <TextField field={fields.phone} label={labels.phone} type="tel" />
      <TextField field={fields.outsideId} label={labels.outsideId} hint={t('organisation:outsideIdHint')} />
    </>
  )
}
