import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { addCharge } from '#app/organisation/add-charge.server.ts'
import { AdministrationForm } from '#app/organisation/administration-form.tsx'
import { grantingAct } from '#app/organisation/administrator.server.ts'
import { answerForm } from '#app/organisation/answer-form.server.ts'
import { chargeSchema } from '#app/organisation/forms.ts'
import { readPersonForm } from '#app/organisation/person-form.server.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { listUnitChoices } from '#app/organisation/units.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:newCharge') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const form = await readPersonForm(request, params.personId)
  return { ...form, units: await listUnitChoices(form.organId, form.today) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await grantingAct(request)
  const personId = requiredId(params.personId)
  return answerForm(request, chargeSchema, async (charge) => {
    await addCharge({ ...act, personId, charge })
    return doneAt(`/admin/people/${personId}`, 'organisation:done.chargeAdded')
  })
}

export default function NewCharge() {
  const t = useT()
  const { person, today, kept, units } = useLoaderData<typeof loader>()
  const labels = {
    unitId: t('organisation:unit'),
    field: t('organisation:field'),
    validFrom: t('organisation:from'),
    validTo: t('organisation:until'),
  }
  return (
    <>
      <PageHeader title={t('organisation:newCharge')} below={person.fullName} />
      <AdministrationForm
        id="charge"
        answer={useActionData<typeof action>()}
        labels={labels}
        defaults={kept ?? { validFrom: today }}
        submit={t('organisation:newCharge')}
        backTo={`/admin/people/${person.id}`}
      >
        {(fields) => (
          <>
            <Combobox field={fields.unitId} label={labels.unitId} options={units} />
            <TextField field={fields.field} label={labels.field} />
            <DayField field={fields.validFrom} label={labels.validFrom} required />
            <DayField field={fields.validTo} label={labels.validTo} hint={t('organisation:untilHint')} />
          </>
        )}
      </AdministrationForm>
    </>
  )
}
