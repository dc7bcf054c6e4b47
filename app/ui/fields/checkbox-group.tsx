import { FieldErrors, type FieldProps } from './field-frame.tsx'

interface CheckboxGroupProps extends Omit<FieldProps, 'required'> {
  options: { value: string; label: string }[]
}

/** Any of a few, all in sight. Each one ticked is sent under the same name. */
export function CheckboxGroup({ field, label, options }: CheckboxGroupProps) {
  const chosen = [field.initialValue].flat()
  return (
    <fieldset
      data-field
      id={field.id}
      tabIndex={-1}
      className="mb-4"
      aria-describedby={field.errors ? field.errorId : undefined}
    >
      <legend className="mb-1">{label}</legend>
      <div className="flex flex-wrap gap-x-5">
        {options.map(({ value, label: words }) => (
          <label key={value} className="flex min-h-9 items-center gap-2">
            <input
              key={field.key}
              type="checkbox"
              name={field.name}
              form={field.formId}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="size-4.5 shrink-0 accent-accent"
            />
            {words}
          </label>
        ))}
      </div>
      <FieldErrors field={field} />
    </fieldset>
  )
}
