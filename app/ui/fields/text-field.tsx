import type { InputHTMLAttributes } from 'react'
import { initialText, inputAttributes } from './bound-field.ts'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'number' | 'time' | 'datetime-local'
  autoComplete?: string
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
  autoFocus?: boolean
  readOnly?: boolean
  /** What is proposed while typing; anything else may be typed. */
  suggestions?: string[]
}

/** One line of text. */
export function TextField({
  field,
  label,
  hint,
  required = false,
  type = 'text',
  suggestions,
  ...rest
}: TextFieldProps) {
  const listId = suggestions && `${field.id}-suggestions`
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <input
        key={field.key}
        {...inputAttributes(field, { hint, required })}
        {...rest}
        type={type}
        list={listId}
        // A password is never sent back to the page.
        defaultValue={type === 'password' ? undefined : initialText(field)}
        className="input"
      />
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  )
}
