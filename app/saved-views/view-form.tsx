import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Problem } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/fields/error-summary.tsx'
import { SelectField, type Option } from '#app/ui/fields/select-field.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { ProblemNotice } from '#app/ui/notice.tsx'
import type { savedViewSchema } from './forms.ts'

interface ViewFormProps {
  answer: { lastResult: SubmissionResult<string[]>; problem: Problem | null } | undefined
  defaults: { name?: string; unitId?: string | null }
  units: Option[]
  submit: string
  backTo: string
  /** Hidden fields. */
  children?: ReactNode
}

/** Name of a view, and with whom it is shared. */
export function ViewForm({ answer, defaults, units, submit, backTo, children }: ViewFormProps) {
  const t = useT()
  const [form, fields] = useForm<z.input<typeof savedViewSchema>>({
    id: 'view',
    lastResult: answer?.lastResult ?? null,
    defaultValue: { name: defaults.name ?? '', unitId: defaults.unitId ?? '' },
  })
  const labels: Record<string, string> = { name: t('savedViews:field.name'), unitId: t('savedViews:field.unitId') }
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-xl">
      <ProblemNotice problem={answer?.problem} />
      <ErrorSummary form={form} labelOf={(name) => labels[name] ?? name} />
      {children}
      <TextField field={fields.name} label={t('savedViews:field.name')} required />
      {units.length > 0 && (
        <SelectField
          field={fields.unitId}
          label={t('savedViews:field.unitId')}
          hint={t('savedViews:field.unitHint')}
          emptyLabel={t('savedViews:forMyself')}
          options={units}
        />
      )}
      <div className="mt-2 flex items-center gap-4">
        <Button>{submit}</Button>
        <Link to={backTo} className="link">
          {t('cancel')}
        </Link>
      </div>
    </Form>
  )
}
