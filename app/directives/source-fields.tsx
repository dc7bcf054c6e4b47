import type { FieldMetadata } from '@conform-to/react'
import { ACCEPT_ATTRIBUTE } from '#app/files/accepted-types.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { BoundField } from '#app/ui/fields/bound-field.ts'
import { CheckboxField } from '#app/ui/fields/checkbox-field.tsx'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { FileField } from '#app/ui/fields/file-field.tsx'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { TextArea } from '#app/ui/fields/text-area.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { type Source, sourceKinds } from './forms.ts'

type SourceFieldsProps = {
  fields: { [Name in keyof Source]-?: FieldMetadata<Source[Name], never, string[]> | BoundField }
  files: BoundField
}

/** The source of the tasks: kind, number, day, organ, signer, subject, files. */
export function SourceFields({ fields, files }: SourceFieldsProps) {
  const t = useT()
  return (
    <section aria-labelledby="source-heading" className="mb-6">
      <h2 id="source-heading" className="mb-3 text-lg font-semibold">
        {t('directives:heading.source')}
      </h2>
      <div className="field-pairs">
        <SelectField
          field={fields.sourceKind}
          label={t('directives:field.sourceKind')}
          required
          options={sourceKinds.map((kind) => ({ value: kind, label: t(`directives:sourceKind.${kind}`) }))}
        />
        <TextField field={fields.issuingOrgan} label={t('directives:field.issuingOrgan')} required />
        <TextField field={fields.symbol} label={t('directives:field.symbol')} hint={t('directives:field.symbolHint')} />
        <DayField field={fields.signedOn} label={t('directives:field.signedOn')} />
        <TextField field={fields.signer} label={t('directives:field.signer')} />
        <CheckboxField
          field={fields.outside}
          label={t('directives:field.outside')}
          hint={t('directives:field.outsideHint')}
        />
      </div>
      <TextArea field={fields.subject} label={t('directives:field.subject')} rows={2} required />
      <FileField field={files} label={t('directives:field.files')} multiple accept={ACCEPT_ATTRIBUTE} />
    </section>
  )
}
