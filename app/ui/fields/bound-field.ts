/**
 * What an input must know of its field. Conform's FieldMetadata fits as it is; `unboundField` makes one for a form that
 * Conform does not hold, such as a filter.
 */
export interface BoundField {
  key?: string | undefined
  id: string
  errorId: string
  descriptionId: string
  name: string
  formId?: string | undefined
  /** What the input first shows: the stored value, or what was typed before the form came back. */
  initialValue?: unknown
  /** Problems in one line each (see writeProblem), or plain sentences. */
  errors?: string[] | undefined
}

export function unboundField(name: string, initialValue: string | null | undefined): BoundField {
  return { id: name, errorId: `${name}-error`, descriptionId: `${name}-hint`, name, initialValue: initialValue ?? '' }
}

/** Attributes every input, select and textarea shares. `required` is said, not enforced by the browser, whose words are not ours. */
export function inputAttributes(
  field: BoundField,
  { hint, required }: { hint?: unknown; required?: boolean | undefined },
) {
  const described = [field.errors && field.errorId, hint && field.descriptionId].filter(Boolean).join(' ')
  return {
    id: field.id,
    name: field.name,
    form: field.formId,
    'aria-invalid': field.errors ? true : undefined,
    'aria-describedby': described || undefined,
    'aria-required': required || undefined,
  } as const
}

export function initialText(field: BoundField): string {
  return typeof field.initialValue === 'string' ? field.initialValue : ''
}
