import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { personHandoverSchema } from '#app/handovers/forms.ts'
import { movesOfPerson } from '#app/handovers/moves.ts'
import { answerOrder } from '#app/handovers/order-answer.server.ts'
import { OrderForm } from '#app/handovers/order-form.tsx'
import { lookAtPersonHandover, orderPersonHandover } from '#app/handovers/order-handover.server.ts'
import { readSuccessors } from '#app/handovers/successors.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { grantingAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { CheckboxField } from '#app/ui/fields/checkbox-field.tsx'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('handovers:personTitle') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organ } = await requireAdministratorHere(request, 'orderHandovers')
  const today = officeDay(now())
  const personId = requiredId(params.personId)
  return { today, personId, ...(await readSuccessors({ personId, organId: organ.id, today })) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await grantingAct(request)
  const personId = requiredId(params.personId)
  return answerOrder(request, personHandoverSchema, {
    movesOf: (handover) => movesOfPerson({ ...handover, personId }),
    check: (handover) => lookAtPersonHandover({ ...act, handover: { ...handover, personId } }),
    give: (handover, requestKey) => orderPersonHandover({ ...act, handover: { ...handover, personId }, requestKey }),
  })
}

export default function PersonHandover() {
  const t = useT()
  const { today, personId, fullName, successors } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<z.input<typeof personHandoverSchema>>({
    id: 'handover',
    lastResult: answer?.lastResult ?? null,
  })
  return (
    <>
      <PageHeader title={t('handovers:personTitle')} below={fullName} />
      <p className="mb-4 max-w-prose">{t('handovers:personEffect', { name: fullName })}</p>
      <OrderForm
        form={form}
        fields={fields}
        answer={answer}
        today={today}
        backTo={`/admin/people/${personId}`}
        successor="successorId"
      >
        <Combobox
          field={fields.successorId}
          label={t('handovers:field.successorId')}
          hint={t('handovers:field.successorHint')}
          options={successors}
          required
        />
        <CheckboxField
          field={fields.withRestricted}
          label={t('handovers:field.withRestricted')}
          hint={t('handovers:field.withRestrictedHint')}
        />
      </OrderForm>
    </>
  )
}
