import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { DirectiveChoices } from '#app/directives/choices.server.ts'
import { urgencies } from '#app/directives/forms.ts'
import { keptValues } from '#app/directives/kept-values.ts'
import type { Problem } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import { ErrorSummary } from '#app/ui/fields/error-summary.tsx'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { TextArea } from '#app/ui/fields/text-area.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { ProblemNotice } from '#app/ui/notice.tsx'
import type { Period } from '#workflows/calendar/periods.ts'
import { seriesSchema } from './forms.ts'
import { PeriodFields } from './period-fields.tsx'
import type { ProposedPeriods } from './proposed-periods.ts'
import { useSeriesLabels } from './series-labels.ts'
import { SupportUnitRows } from './support-unit-rows.tsx'

interface SeriesFormProps {
  answer: { lastResult: SubmissionResult<string[]>; problem: Problem | null } | undefined
  kept: Parameters<typeof keptValues>[0]
  proposed: Partial<z.input<typeof seriesSchema>>
  choices: DirectiveChoices
  periods: ProposedPeriods
  issuedFirst?: Period | null
  submit: string
  backTo: string
  /** Hidden fields. */
  children: ReactNode
}

/** What is to be done in every period, by which units, from which period to which. */
export function SeriesForm({
  answer,
  kept,
  proposed,
  choices,
  periods,
  issuedFirst = null,
  submit,
  backTo,
  children,
}: SeriesFormProps) {
  const t = useT()
  const [form, fields] = useForm<z.input<typeof seriesSchema>>({
    id: 'series',
    lastResult: answer?.lastResult ?? null,
    defaultValue: keptValues(kept, seriesSchema) ?? proposed,
  })
  return (
    <>
      <ProblemNotice problem={answer?.problem} />
      <Form method="post" {...getFormProps(form)} className="max-w-4xl">
        {/* Enter in a field saves; without this first button it would add or take away a row. */}
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
        <ErrorSummary form={form} labelOf={useSeriesLabels()} />
        {children}
        <TextArea field={fields.content} label={t('directives:field.content')} required />
        <TextField field={fields.expectedProduct} label={t('directives:field.expectedProduct')} />
        <PeriodFields fields={fields} periods={periods} issuedFirst={issuedFirst} />
        <div className="field-pairs">
          <Combobox field={fields.leadUnitId} label={t('directives:field.leadUnit')} required options={choices.units} />
          <SelectField
            field={fields.urgency}
            label={t('directives:field.urgency')}
            emptyLabel={false}
            options={urgencies.map((urgency) => ({ value: urgency, label: t(`directives:urgency.${urgency}`) }))}
          />
          <SelectField
            field={fields.directingLeaderId}
            label={t('directives:field.directingLeader')}
            required
            options={choices.leaders}
          />
          <SelectField
            field={fields.followerId}
            label={t('directives:field.follower')}
            required
            options={choices.followers}
          />
        </div>
        <TextField
          field={fields.field}
          label={t('fields:field')}
          hint={t('fields:hint')}
          suggestions={choices.fields}
        />
        <SupportUnitRows form={form} field={fields.supportUnitIds} units={choices.units} />
        <div className="flex flex-wrap gap-3 border-t border-line pt-4">
          <Button>{submit}</Button>
          <LinkButton to={backTo}>{t('cancel')}</LinkButton>
        </div>
      </Form>
    </>
  )
}
