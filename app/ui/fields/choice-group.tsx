import type { ReactNode } from 'react'
import { inputAttributes, type BoundField } from './bound-field.ts'
import { FieldErrors, FieldHint, RequiredMark, type FieldProps } from './field-frame.tsx'

interface Choice {
  value: string
  label: string
  hint?: ReactNode
}

interface ChoiceGroupProps extends FieldProps {
  choices: Choice[]
}

/** One of a few, all in sight. */
export function RadioGroup(props: ChoiceGroupProps) {
  return <ChoiceGroup {...props} type="radio" />
}

/** Any of a few, all in sight (the officers a head hands work to). It sends one value for each. */
export function CheckboxGroup(props: ChoiceGroupProps) {
  return <ChoiceGroup {...props} type="checkbox" />
}

function ChoiceGroup({
  field,
  label,
  hint,
  required = false,
  choices,
  type,
}: ChoiceGroupProps & { type: 'radio' | 'checkbox' }) {
  const { id, name, form, ...described } = inputAttributes(field, { hint })
  return (
    // The id is on the group, and it can be focused: the error summary leads here.
    <fieldset data-field id={id} tabIndex={-1} aria-describedby={described['aria-describedby']} className="mb-4">
      <legend className="mb-1 font-medium">
        {label}
        {required && <RequiredMark />}
      </legend>
      <FieldHint field={field} hint={hint} />
      {choices.map((choice) => (
        <label key={choice.value} className="flex items-start gap-2.5 py-1.5">
          <input
            key={field.key}
            type={type}
            name={name}
            form={form}
            value={choice.value}
            defaultChecked={isChosen(field, choice.value)}
            aria-invalid={described['aria-invalid']}
            className="mt-0.5 size-4.5 shrink-0 accent-accent"
          />
          <span>
            {choice.label}
            {choice.hint && <span className="block text-sm text-muted">{choice.hint}</span>}
          </span>
        </label>
      ))}
      <FieldErrors field={field} />
    </fieldset>
  )
}

function isChosen({ initialValue }: BoundField, value: string): boolean {
  return Array.isArray(initialValue) ? initialValue.includes(value) : initialValue === value
}
