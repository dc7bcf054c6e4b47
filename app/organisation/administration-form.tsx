import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Problem } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button, type ButtonLook } from '#app/ui/button.tsx'
import type { BoundField } from '#app/ui/fields/bound-field.ts'
import { ErrorSummary } from '#app/ui/fields/error-summary.tsx'
import { ProblemNotice } from '#app/ui/notice.tsx'

interface AdministrationFormProps<Name extends string> {
  id: string
  answer: { lastResult: SubmissionResult<string[]>; problem: Problem | null } | undefined
  /** Every field of the form, by name, with what the screen calls it. */
  labels: Record<Name, string>
  defaults?: Partial<Record<NoInfer<Name>, string | string[] | null>> | undefined
  submit: string
  look?: ButtonLook
  backTo: string
  children: (fields: Record<Name, BoundField>) => ReactNode
}

/** One form of the administrator's: what is wrong on top, the fields, and the way back. */
export function AdministrationForm<Name extends string>(props: AdministrationFormProps<Name>) {
  const { id, answer, labels, defaults, submit, look = 'primary', backTo, children } = props
  const t = useT()
  const [form, fields] = useForm<Record<string, string>>({
    id,
    lastResult: answer?.lastResult ?? null,
    defaultValue: (defaults ?? {}) as Record<string, string>,
  })
  // Conform makes a field for every name it is asked for.
  const names = Object.keys(labels) as Name[]
  const bound = Object.fromEntries(names.map((name) => [name, fields[name]]))
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-xl">
      <ProblemNotice problem={answer?.problem} />
      <ErrorSummary form={form} labelOf={(name) => labels[name as Name] ?? name} />
      {children(bound as unknown as Record<Name, BoundField>)}
      <div className="mt-2 flex items-center gap-4">
        <Button look={look}>{submit}</Button>
        <Link to={backTo} className="link">
          {t('cancel')}
        </Link>
      </div>
    </Form>
  )
}
