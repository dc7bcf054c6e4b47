import { useT } from '#app/i18n/use-t.ts'
import { initialText, inputAttributes } from './bound-field.ts'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

export interface Option {
  value: string
  label: string
  /** What else it is known by and found under (a unit's abbreviation). */
  alias?: string
}

interface SelectFieldProps extends FieldProps {
  options: Option[]
  /** The words of the empty choice; false where something is always chosen. */
  emptyLabel?: string | false
}

/** One of a few. For many, see Combobox. */
export function SelectField({ field, label, hint, required = false, options, emptyLabel }: SelectFieldProps) {
  const t = useT()
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <select
        key={field.key}
        {...inputAttributes(field, { hint, required })}
        defaultValue={initialText(field)}
        className="input"
      >
        {emptyLabel !== false && <option value="">{emptyLabel ?? t('ui:chooseOne')}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
