import { initialText, inputAttributes } from './bound-field.ts'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

/** Several lines of text. */
export function TextArea({ field, label, hint, required = false, rows = 4 }: FieldProps & { rows?: number }) {
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <textarea
        key={field.key}
        {...inputAttributes(field, { hint, required })}
        rows={rows}
        defaultValue={initialText(field)}
        className="input"
      />
    </FieldFrame>
  )
}
