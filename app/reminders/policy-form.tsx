import { type FieldMetadata, getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import type { z } from 'zod'
import { keptValues } from '#app/directives/kept-values.ts'
import type { Problem } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/fields/checkbox-field.tsx'
import { CheckboxGroup } from '#app/ui/fields/checkbox-group.tsx'
import { ErrorSummary } from '#app/ui/fields/error-summary.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { ProblemNotice } from '#app/ui/notice.tsx'
import { levels, remindedWork, urgencies } from '#workflows/reminders/policy.ts'
import { policyFormSchema } from './forms.ts'

type Typed = z.input<typeof policyFormSchema>

interface PolicyFormProps {
  answer: { lastResult: SubmissionResult<string[]>; problem: Problem | null } | undefined
  kept: Parameters<typeof keptValues>[0]
  proposed: Typed
}

/** The rules of a policy; the last is empty and stands for one more. */
export function PolicyForm({ answer, kept, proposed }: PolicyFormProps) {
  const t = useT()
  const [form, fields] = useForm<Typed>({
    id: 'policy',
    lastResult: answer?.lastResult ?? null,
    defaultValue: keptValues(kept, policyFormSchema) ?? proposed,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-4xl">
      <ProblemNotice problem={answer?.problem} />
      <ErrorSummary form={form} labelOf={(name) => labelOf(name)} />
      {fields.rules.getFieldList().map((rule, index) => (
        <RuleFields key={rule.key} rule={rule} number={index + 1} />
      ))}
      <div className="mt-2 flex items-center gap-4">
        <Button>{t('reminders:enter')}</Button>
        <Link to="/admin/reminders" className="link">
          {t('cancel')}
        </Link>
      </div>
    </Form>
  )

  /** `rules[1].before` is "Quy tắc 2, nhắc trước hạn". */
  function labelOf(name: string): string {
    const [, index, field] = /^rules\[(\d+)\]\.(\w+)/.exec(name) ?? []
    const rule = index === undefined ? t('reminders:rules') : t('reminders:rule', { number: Number(index) + 1 })
    const level = levels.find((each) => each === field)
    const known = (['work', 'urgencies', 'before', 'onDay'] as const).find((each) => each === field)
    const words = level ? t(`reminders:level.${level}`) : known ? t(`reminders:field.${known}`) : null
    return words ? `${rule}, ${words}` : rule
  }
}

function RuleFields({ rule, number }: { rule: FieldMetadata<NonNullable<Typed['rules']>[number]>; number: number }) {
  const t = useT()
  const fields = rule.getFieldset()
  return (
    <fieldset className="mb-6 border-t border-line pt-3">
      <legend className="pr-3 font-medium">{t('reminders:rule', { number })}</legend>
      <CheckboxGroup
        field={fields.work}
        label={t('reminders:field.work')}
        options={remindedWork.map((value) => ({ value, label: t(`reminders:work.${value}`) }))}
      />
      <CheckboxGroup
        field={fields.urgencies}
        label={t('reminders:field.urgencies')}
        options={urgencies.map((value) => ({ value, label: t(`directives:urgency.${value}`) }))}
      />
      <div className="flex flex-wrap items-end gap-x-6">
        <TextField
          field={fields.before}
          label={t('reminders:field.before')}
          hint={t('reminders:field.beforeHint')}
          autoComplete="off"
        />
        <CheckboxField field={fields.onDay} label={t('reminders:field.onDay')} />
      </div>
      <fieldset>
        <legend className="mb-1">{t('reminders:field.overdue')}</legend>
        <p className="mb-2 text-sm text-muted">{t('reminders:field.overdueHint')}</p>
        <div className="grid gap-x-4 sm:grid-cols-4">
          {levels.map((level) => (
            <TextField
              key={level}
              field={fields[level]}
              label={t(`reminders:level.${level}`)}
              inputMode="numeric"
              autoComplete="off"
            />
          ))}
        </div>
      </fieldset>
    </fieldset>
  )
}
