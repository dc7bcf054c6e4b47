import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { administratorAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { findPolicy, policiesOf, putInForce } from '#app/reminders/policies.server.ts'
import { RehearsalTable } from '#app/reminders/rehearsal-table.tsx'
import { rehearsePolicy } from '#app/reminders/rehearse-policy.server.ts'
import { RuleTable } from '#app/reminders/rule-table.tsx'
import { Button } from '#app/ui/button.tsx'
import { doneAt } from '#app/ui/done.ts'
import { DoneNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'
import { daysAfter } from '#workflows/calendar/day.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { version }) => t('reminders:versionTitle', { version }),
}

/** A quarter is long enough to hold every kind of work. */
const DAYS_REHEARSED = 90

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organ } = await requireAdministratorHere(request, 'changeReminders')
  const version = await findPolicy({ organId: organ.id, id: requiredId(params.policyId) })
  const to = officeDay(now())
  const from = daysAfter(to, -DAYS_REHEARSED)
  const [{ inForce }, rehearsed] = await Promise.all([policiesOf(organ.id), rehearsePolicy(version, { from, to })])
  return { ...version, from, to, rehearsed, isInForce: inForce?.id === version.id }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  await putInForce({ ...act, id: requiredId(params.policyId) })
  return redirect(doneAt('/admin/reminders', 'reminders:done.putInForce'))
}

export default function ReminderPolicyVersion() {
  const t = useT()
  const { version, policy, from, to, rehearsed, isInForce } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('reminders:versionTitle', { version })}
        above={
          <Link to="/admin/reminders" className="link">
            {t('organisation:sections.reminders')}
          </Link>
        }
      />
      <DoneNotice />
      <RuleTable policy={policy} caption={t(isInForce ? 'reminders:inForce' : 'reminders:rulesOf', { version })} />
      <section className="mt-6">
        <RehearsalTable
          rows={rehearsed}
          caption={t('reminders:rehearsal.title', { from: formatDay(from), to: formatDay(to) })}
        />
        <p className="mt-2 max-w-prose text-sm text-muted">{t('reminders:rehearsal.how')}</p>
      </section>
      {!isInForce && (
        <Form method="post" className="mt-6">
          <p className="mb-3 max-w-prose">{t('reminders:putInForceEffect')}</p>
          <Button>{t('reminders:putInForceNow')}</Button>
        </Form>
      )}
    </>
  )
}
