import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, redirect, useLoaderData } from '@remix-run/react'
import { announcedDay } from '#app/deadlines/announced-day.server.ts'
import { changedAt } from '#app/deadlines/answer-calendar-edit.server.ts'
import { lookAtEdit } from '#app/deadlines/calendar-look.server.ts'
import { changeCalendar } from '#app/deadlines/change-calendar.server.ts'
import { LookedDays } from '#app/deadlines/looked-days.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { administratorAct } from '#app/organisation/administrator.server.ts'
import { Button } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('workingCalendar:heading') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const act = await administratorAct(request)
  const { day } = await announcedDay(act.by.organId, params.day)
  return { day, look: await lookAtEdit({ ...act, edit: removing(day) }) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  const { day } = await announcedDay(act.by.organId, params.day)
  const edit = removing(day)
  await changeCalendar({ ...act, edit })
  return redirect(changedAt(edit))
}

const removing = (day: string) => ({ put: [], removed: [day], mayReplace: true })

export default function RemoveDay() {
  const t = useT()
  const { day, look } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('workingCalendar:removeDay', { day: formatDay(day) })} />
      <p className="mb-4 max-w-3xl">{t('workingCalendar:removeHow')}</p>
      <LookedDays days={look.days} />
      <Form method="post" className="mt-5 flex items-center gap-4">
        <Button look="danger">{t('workingCalendar:remove')}</Button>
        <Link to={`/admin/calendar?year=${day.slice(0, 4)}`} className="link">
          {t('cancel')}
        </Link>
      </Form>
    </>
  )
}
