import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { announcedDay } from '#app/deadlines/announced-day.server.ts'
import { answerApproval } from '#app/deadlines/answer-calendar-edit.server.ts'
import { lookAtEdit } from '#app/deadlines/calendar-look.server.ts'
import { LookForm } from '#app/deadlines/look-form.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { administratorAct } from '#app/organisation/administrator.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('workingCalendar:heading') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const act = await administratorAct(request)
  const { day } = await announcedDay(act.by.organId, params.day)
  return { day, look: await lookAtEdit({ ...act, edit: { put: [], removed: [day], mayReplace: true } }) }
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  return answerApproval(await request.formData(), act)
}

export default function RemoveDay() {
  const t = useT()
  const { day, look } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHeader title={t('workingCalendar:removeDay', { day: formatDay(day) })} />
      <p className="mb-4 max-w-3xl">{t('workingCalendar:removeHow')}</p>
      <LookForm
        look={answer?.look ?? look}
        problem={answer?.problem ?? null}
        backTo={`/admin/calendar?year=${day.slice(0, 4)}`}
      />
    </>
  )
}
