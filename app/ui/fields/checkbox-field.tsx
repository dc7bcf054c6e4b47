import { inputAttributes } from './bound-field.ts'
import { FieldErrors, FieldHint, type FieldProps } from './field-frame.tsx'

/** Yes or no. It sends 'on' or nothing, as forms do. */
export function CheckboxField({ field, label, hint }: Omit<FieldProps, 'required'>) {
  return (
    <div data-field className="mb-4">
      <label className="flex min-h-9 items-center gap-2.5">
        <input
          key={field.key}
          {...inputAttributes(field, { hint })}
          type="checkbox"
          value="on"
          defaultChecked={field.initialValue === 'on' || field.initialValue === true}
          className="size-4.5 shrink-0 accent-accent"
        />
        <span>{label}</span>
      </label>
      <FieldHint field={field} hint={hint} />
      <FieldErrors field={field} />
    </div>
  )
}
