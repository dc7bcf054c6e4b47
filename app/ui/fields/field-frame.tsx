import type { ReactNode } from 'react'
import { problemWords, readProblem } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { BoundField } from './bound-field.ts'

/** What every field takes beside its own. */
export interface FieldProps {
  field: BoundField
  label: string
  hint?: ReactNode
  required?: boolean
}

/** Label above, hint under it, then the input, then what is wrong with it. */
export function FieldFrame({ field, label, hint, required, children }: FieldProps & { children: ReactNode }) {
  return (
    <div data-field className="mb-4 min-w-0">
      <label htmlFor={field.id} className="row-start-1 mb-1 block font-medium">
        {label}
        {required && <RequiredMark />}
      </label>
      <FieldHint field={field} hint={hint} />
      <div className="row-start-3">{children}</div>
      <FieldErrors field={field} />
    </div>
  )
}

function RequiredMark() {
  const t = useT()
  return <span className="font-normal text-muted"> ({t('ui:required')})</span>
}

export function FieldHint({ field, hint }: Pick<FieldProps, 'field' | 'hint'>) {
  if (!hint) return null
  return (
    <p id={field.descriptionId} className="row-start-2 mb-1 text-sm text-muted">
      {hint}
    </p>
  )
}

export function FieldErrors({ field }: Pick<FieldProps, 'field'>) {
  const t = useT()
  if (!field.errors) return null
  return (
    <p id={field.errorId} className="row-start-4 mt-1 text-sm font-medium text-danger">
      {field.errors.map((error) => problemWords(t, readProblem(error))).join(' ')}
    </p>
  )
}
