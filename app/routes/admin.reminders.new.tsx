import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { administratorAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { answerForm } from '#app/organisation/answer-form.server.ts'
import { policyFormSchema, policyFrom, typedFrom } from '#app/reminders/forms.ts'
import { enterPolicy, policiesOf } from '#app/reminders/policies.server.ts'
import { PolicyForm } from '#app/reminders/policy-form.tsx'
import { usualPolicy } from '#app/reminders/usual-policy.ts'
import { keptFields } from '#app/sign-in/kept-form.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('reminders:new') }

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireAdministratorHere(request, 'changeReminders')
  const { inForce } = await policiesOf(signedIn.organ.id)
  return { kept: await keptFields(request, signedIn), proposed: typedFrom(inForce?.policy ?? usualPolicy) }
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  return answerForm(request, policyFormSchema, async (typed) => {
    const id = await enterPolicy({ ...act, policy: policyFrom(typed) })
    return doneAt(`/admin/reminders/${id}`, 'reminders:done.entered')
  })
}

export default function NewReminderPolicy() {
  const t = useT()
  return (
    <>
      <PageHeader title={t('reminders:new')} />
      <p className="mb-4 max-w-prose text-muted">{t('reminders:newEffect')}</p>
      <PolicyForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
    </>
  )
}
