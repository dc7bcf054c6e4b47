import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { AdministrationForm } from '#app/organisation/administration-form.tsx'
import { administratorAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { answerForm } from '#app/organisation/answer-form.server.ts'
import { createUnit } from '#app/organisation/create-unit.server.ts'
import { newUnitSchema } from '#app/organisation/forms.ts'
import { UnitFields, useUnitLabels } from '#app/organisation/unit-fields.tsx'
import { listUnitChoices } from '#app/organisation/units.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { keptFields } from '#app/sign-in/kept-form.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:newUnit') }

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireAdministratorHere(request)
  const today = officeDay(now())
  const units = await listUnitChoices(signedIn.organ.id, today)
  return { units, today, kept: await keptFields(request, signedIn) }
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  return answerForm(request, newUnitSchema, async (unit) => {
    await createUnit({ ...act, ...unit })
    return doneAt('/admin/units', 'organisation:done.unitCreated')
  })
}

export default function NewUnit() {
  const t = useT()
  const { units, today, kept } = useLoaderData<typeof loader>()
  const labels = { ...useUnitLabels(), parentId: t('organisation:parent'), validFrom: t('organisation:from') }
  return (
    <>
      <PageHeader title={t('organisation:newUnit')} />
      <AdministrationForm
        id="unit"
        answer={useActionData<typeof action>()}
        labels={labels}
        defaults={kept ?? { validFrom: today }}
        submit={t('organisation:newUnit')}
        backTo="/admin/units"
      >
        {(fields) => (
          <>
            <UnitFields fields={fields} />
            <Combobox
              field={fields.parentId}
              label={labels.parentId}
              hint={t('organisation:parentHint')}
              options={units}
            />
            <DayField field={fields.validFrom} label={labels.validFrom} required />
          </>
        )}
      </AdministrationForm>
    </>
  )
}
