import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerDays } from '#app/deadlines/answer-calendar-edit.server.ts'
import { daysOf, newDaysSchema } from '#app/deadlines/calendar-forms.ts'
import { DayFields, useDayLabels } from '#app/deadlines/day-fields.tsx'
import { LookForm } from '#app/deadlines/look-form.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { AdministrationForm } from '#app/organisation/administration-form.tsx'
import { administratorAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { keptFields } from '#app/sign-in/kept-form.server.ts'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('workingCalendar:newDay') }

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireAdministratorHere(request, 'changeCalendar')
  return { kept: await keptFields(request, signedIn) }
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  return answerDays(request, act, newDaysSchema, (days) => ({ put: daysOf(days), removed: [], mayReplace: false }))
}

export default function NewDay() {
  const t = useT()
  const { kept } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const labels = { ...useDayLabels(), from: t('workingCalendar:field.from'), to: t('workingCalendar:field.to') }
  return (
    <>
      <PageHeader title={t('workingCalendar:newDay')} />
      {answer?.look && <LookForm look={answer.look} problem={answer.problem} backTo="/admin/calendar" />}
      <AdministrationForm
        id="day"
        answer={answer?.lastResult ? { ...answer, lastResult: answer.lastResult } : undefined}
        labels={labels}
        defaults={kept ?? { kind: 'OFF' }}
        submit={t(answer?.look ? 'workingCalendar:lookAgain' : 'workingCalendar:newDay')}
        look={answer?.look ? 'quiet' : 'primary'}
        backTo="/admin/calendar"
      >
        {(fields) => (
          <>
            <DayField field={fields.from} label={labels.from} required />
            <DayField field={fields.to} label={labels.to} hint={t('workingCalendar:field.toHint')} />
            <DayFields fields={fields} />
          </>
        )}
      </AdministrationForm>
    </>
  )
}
