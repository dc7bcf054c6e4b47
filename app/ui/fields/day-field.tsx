import { initialText, inputAttributes } from './bound-field.ts'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

export interface DayFieldProps extends FieldProps {
  /** 'YYYY-MM-DD', as is the value. */
  earliest?: string
  latest?: string
  /** Told each day that is chosen, and '' where none is any more. */
  onChosen?: (day: string) => void
}

/** A day, by the browser's own calendar; it sends 'YYYY-MM-DD' however it shows it. */
export function DayField({ field, label, hint, required = false, earliest, latest, onChosen }: DayFieldProps) {
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <input
        key={field.key}
        {...inputAttributes(field, { hint, required })}
        type="date"
        min={earliest}
        max={latest ?? '9999-12-31'}
        defaultValue={initialText(field)}
        onChange={onChosen && ((event) => onChosen(event.currentTarget.value))}
        className="input sm:max-w-48"
      />
    </FieldFrame>
  )
}
