import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { announcedDay } from '#app/deadlines/announced-day.server.ts'
import { answerDays } from '#app/deadlines/answer-calendar-edit.server.ts'
import { saidOfDaySchema } from '#app/deadlines/calendar-forms.ts'
import { DayFields, useDayLabels } from '#app/deadlines/day-fields.tsx'
import { LookForm } from '#app/deadlines/look-form.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { AdministrationForm } from '#app/organisation/administration-form.tsx'
import { administratorAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { keptFields } from '#app/sign-in/kept-form.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('workingCalendar:heading') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireAdministratorHere(request, 'changeCalendar')
  const row = await announcedDay(signedIn.organ.id, params.day)
  return { row, kept: await keptFields(request, signedIn) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  const { day } = await announcedDay(act.by.organId, params.day)
  return answerDays(request, act, saidOfDaySchema, (said) => ({
    put: [{ day, ...said }],
    removed: [],
    mayReplace: true,
  }))
}

export default function EditDay() {
  const t = useT()
  const { row, kept } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const backTo = `/admin/calendar?year=${row.day.slice(0, 4)}`
  return (
    <>
      <PageHeader title={t('workingCalendar:editDay', { day: formatDay(row.day) })} />
      {answer?.look && <LookForm look={answer.look} problem={answer.problem} backTo={backTo} />}
      <AdministrationForm
        id="day"
        answer={answer?.lastResult ? { ...answer, lastResult: answer.lastResult } : undefined}
        labels={useDayLabels()}
        defaults={kept ?? { ...row }}
        submit={t(answer?.look ? 'workingCalendar:lookAgain' : 'workingCalendar:save')}
        look={answer?.look ? 'quiet' : 'primary'}
        backTo={backTo}
      >
        {(fields) => <DayFields fields={fields} />}
      </AdministrationForm>
    </>
  )
}
