import type { SubmissionResult } from '@conform-to/react'
import { formatDay } from '#app/i18n/format.ts'
import type { Problem } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import { AdministrationForm } from '#app/organisation/administration-form.tsx'
import type { AbsenceRow } from './absence-list.server.ts'

interface EndAbsenceFormProps {
  answer: { lastResult: SubmissionResult<string[]>; problem: Problem | null } | undefined
  absence: AbsenceRow
  backTo: string
}

/** Nothing to fill in: what will happen, and the button. */
export function EndAbsenceForm({ answer, absence, backTo }: EndAbsenceFormProps) {
  const t = useT()
  const { substitute, phase } = absence
  const values = { substitute, from: formatDay(absence.fromDay), to: formatDay(absence.toDay) }
  const isToCome = phase === 'future'
  return (
    <>
      <p className="mb-4 max-w-prose">
        {isToCome ? t('absences:callOffEffect', values) : t('absences:endEffect', values)}
      </p>
      <AdministrationForm
        id="end-absence"
        answer={answer}
        labels={{}}
        submit={isToCome ? t('absences:callOff') : t('absences:end')}
        look="danger"
        backTo={backTo}
      >
        {() => null}
      </AdministrationForm>
    </>
  )
}
