import type { SubmissionResult } from '@conform-to/react'
import type { Problem } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import { AdministrationForm } from '#app/organisation/administration-form.tsx'
import type { KeptFields } from '#app/sign-in/kept-form.server.ts'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import type { AbsenceChoices } from './absence-choices.server.ts'

interface AbsenceFormProps {
  answer: { lastResult: SubmissionResult<string[]>; problem: Problem | null } | undefined
  choices: AbsenceChoices
  today: string
  kept: KeptFields | null
  backTo: string
}

/** Names a substitute: who, for which posts, from when to when, and what that does and does not cover. */
export function AbsenceForm({ answer, choices, today, kept, backTo }: AbsenceFormProps) {
  const t = useT()
  const labels = {
    substituteId: t('absences:field.substitute'),
    postId: t('absences:field.post'),
    fromDay: t('absences:field.fromDay'),
    toDay: t('absences:field.toDay'),
  }
  return (
    <>
      <div className="mb-4 max-w-prose space-y-2 text-muted">
        <p>{t('absences:effect')}</p>
        <p>{t('absences:notCovered')}</p>
      </div>
      <AdministrationForm
        id="absence"
        answer={answer}
        labels={labels}
        defaults={kept ?? { fromDay: today }}
        submit={t('absences:name')}
        backTo={backTo}
      >
        {(fields) => (
          <>
            <Combobox
              field={fields.substituteId}
              label={labels.substituteId}
              hint={t('absences:field.substituteHint')}
              options={choices.substitutes}
              required
            />
            <SelectField
              field={fields.postId}
              label={labels.postId}
              hint={t('absences:field.postHint')}
              options={choices.posts}
              emptyLabel={t('absences:allPosts')}
            />
            <DayField field={fields.fromDay} label={labels.fromDay} earliest={today} required />
            <DayField field={fields.toDay} label={labels.toDay} earliest={today} required />
          </>
        )}
      </AdministrationForm>
    </>
  )
}
