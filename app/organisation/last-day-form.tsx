import type { SubmissionResult } from '@conform-to/react'
import type { Problem } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { AdministrationForm } from './administration-form.tsx'

interface LastDayFormProps {
  answer: { lastResult: SubmissionResult<string[]>; problem: Problem | null } | undefined
  lastDay: string
  submit: string
  backTo: string
}

/** Ends a post or a charge by its last day. */
export function LastDayForm({ answer, lastDay, submit, backTo }: LastDayFormProps) {
  const t = useT()
  const labels = { lastDay: t('organisation:lastDay') }
  return (
    <AdministrationForm
      id="last-day"
      answer={answer}
      labels={labels}
      defaults={{ lastDay }}
      submit={submit}
      look="danger"
      backTo={backTo}
    >
      {(fields) => <DayField field={fields.lastDay} label={labels.lastDay} required />}
    </AdministrationForm>
  )
}
