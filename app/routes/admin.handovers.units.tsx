import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { unitsHandoverSchema } from '#app/handovers/forms.ts'
import { movesOfUnits } from '#app/handovers/moves.ts'
import { answerOrder } from '#app/handovers/order-answer.server.ts'
import { OrderForm } from '#app/handovers/order-form.tsx'
import { lookAtUnitsHandover, orderUnitsHandover } from '#app/handovers/order-handover.server.ts'
import { PostMoves } from '#app/handovers/post-moves.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { grantingAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { listUnitChoices } from '#app/organisation/units.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('handovers:unitsTitle') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { organ } = await requireAdministratorHere(request, 'orderHandovers')
  const today = officeDay(now())
  const first = new URL(request.url).searchParams.get('unit') ?? ''
  return { today, first, units: await listUnitChoices(organ.id, today) }
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await grantingAct(request)
  return answerOrder(request, unitsHandoverSchema, {
    movesOf: movesOfUnits,
    check: (handover) => lookAtUnitsHandover({ ...act, handover }),
    give: (handover, requestKey) => orderUnitsHandover({ ...act, handover, requestKey }),
  })
}

export default function UnitsHandover() {
  const t = useT()
  const { today, first, units } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<z.input<typeof unitsHandoverSchema>>({
    id: 'handover',
    lastResult: answer?.lastResult ?? null,
    defaultValue: { unitIds: [first] },
  })
  const ending = fields.unitIds.getFieldList().map(({ initialValue }) => initialValue)
  return (
    <>
      <PageHeader title={t('handovers:unitsTitle')} />
      <p className="mb-4 max-w-prose">{t('handovers:unitsEffect')}</p>
      <OrderForm
        form={form}
        fields={fields}
        answer={answer}
        today={today}
        backTo="/admin/handovers"
        successor="successorUnit"
        afterPreview={
          <PostMoves posts={answer?.look?.posts ?? []} units={units.filter(({ value }) => !ending.includes(value))} />
        }
      >
        <fieldset className="mb-4">
          <legend className="mb-1 font-medium">{t('handovers:field.unitIds')}</legend>
          {fields.unitIds.getFieldList().map((unit, index) => (
            <div key={unit.key} className="flex flex-wrap items-end gap-3">
              <div className="min-w-0 flex-1 basis-64">
                <Combobox
                  field={unit}
                  label={t('handovers:field.unit', { number: index + 1 })}
                  options={units}
                  required
                />
              </div>
              {index > 0 && (
                <div className="mb-4">
                  <Button look="quiet" {...form.remove.getButtonProps({ name: fields.unitIds.name, index })}>
                    {t('handovers:button.removeUnit', { number: index + 1 })}
                  </Button>
                </div>
              )}
            </div>
          ))}
          <Button look="quiet" {...form.insert.getButtonProps({ name: fields.unitIds.name, defaultValue: '' })}>
            {t('handovers:button.addUnit')}
          </Button>
        </fieldset>
        <Combobox
          field={fields.successorId}
          label={t('handovers:field.successorUnit')}
          hint={t('handovers:field.successorUnitHint')}
          options={units}
          required
        />
      </OrderForm>
    </>
  )
}
