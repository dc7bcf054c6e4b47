import { useT } from '#app/i18n/use-t.ts'
import type { BoundField } from '#app/ui/fields/bound-field.ts'
import { TextArea } from '#app/ui/fields/text-area.tsx'
import { ReasonField } from './reason-field.tsx'

interface WordFieldsProps {
  /** The schema of the act: what it asks for is what is shown. */
  shape: Record<string, unknown>
  fields: { reason: BoundField; words: BoundField; comment: BoundField }
}

/** The sentence an act asks for: a reason, words to the units, or a comment one may leave out. */
export function WordFields({ shape, fields }: WordFieldsProps) {
  const t = useT()
  return (
    <>
      {'reason' in shape && <ReasonField field={fields.reason} />}
      {'words' in shape && (
        <TextArea
          field={fields.words}
          label={t('directives:field.words')}
          hint={t('directives:field.reasonHint')}
          required
        />
      )}
      {'comment' in shape && <TextArea field={fields.comment} label={t('directives:field.comment')} />}
    </>
  )
}
