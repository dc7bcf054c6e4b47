import type { InputHTMLAttributes } from 'react'
import { initialText, inputAttributes } from './bound-field.ts'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'number'
  autoComplete?: string
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
  autoFocus?: boolean
  readOnly?: boolean
}

/** One line of text. */
export function TextField({ field, label, hint, required = false, type = 'text', ...rest }: TextFieldProps) {
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <input
        key={field.key}
        {...inputAttributes(field, { hint, required })}
        {...rest}
        type={type}
        // A password is never sent back to the page.
        defaultValue={type === 'password' ? undefined : initialText(field)}
        className="input"
      />
    </FieldFrame>
  )
}
