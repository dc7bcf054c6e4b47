import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { administratorAct } from '#app/organisation/administrator.server.ts'
import { answerForm } from '#app/organisation/answer-form.server.ts'
import { chargeName } from '#app/organisation/charges-table.tsx'
import { endCharge } from '#app/organisation/end-charge.server.ts'
import { lastDaySchema } from '#app/organisation/forms.ts'
import { LastDayForm } from '#app/organisation/last-day-form.tsx'
import { oneOf } from '#app/organisation/one-of.server.ts'
import { readPersonForm } from '#app/organisation/person-form.server.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:endCharge') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, today } = await readPersonForm(request, params.personId)
  return { person, today, charge: oneOf(person.charges, params.chargeId) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  const [personId, chargeId] = [requiredId(params.personId), requiredId(params.chargeId)]
  return answerForm(request, lastDaySchema, async ({ lastDay }) => {
    await endCharge({ ...act, personId, chargeId, lastDay })
    return doneAt(`/admin/people/${personId}`, 'organisation:done.chargeEnded')
  })
}

export default function EndCharge() {
  const t = useT()
  const { person, charge, today } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('organisation:endCharge')} below={person.fullName} />
      <p className="mb-4">{t('organisation:endChargeEffect', { name: chargeName(charge) })}</p>
      <LastDayForm
        answer={useActionData<typeof action>()}
        submit={t('organisation:endCharge')}
        lastDay={charge.validTo ?? today}
        backTo={`/admin/people/${person.id}`}
      />
    </>
  )
}
