import { useT } from '#app/i18n/use-t.ts'
import type { BoundField } from '#app/ui/fields/bound-field.ts'
import { TextArea } from '#app/ui/fields/text-area.tsx'

/** The reason somebody answers for, read by all concerned. */
export function ReasonField({ field }: { field: BoundField }) {
  const t = useT()
  return (
    <TextArea field={field} label={t('directives:field.reason')} hint={t('directives:field.reasonHint')} required />
  )
}
