import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { AdministrationForm } from '#app/organisation/administration-form.tsx'
import { administratorAct } from '#app/organisation/administrator.server.ts'
import { answerForm } from '#app/organisation/answer-form.server.ts'
import { endUnit } from '#app/organisation/end-unit.server.ts'
import { endUnitSchema } from '#app/organisation/forms.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { readUnitForm } from '#app/organisation/unit-form.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:endUnit') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  return readUnitForm(request, params.unitId)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  const unitId = requiredId(params.unitId)
  return answerForm(request, endUnitSchema, async (end) => {
    await endUnit({ ...act, unitId, ...end })
    return doneAt('/admin/units', 'organisation:done.unitEnded')
  })
}

export default function EndUnit() {
  const t = useT()
  const { unit, others, today, kept } = useLoaderData<typeof loader>()
  const labels = { lastDay: t('organisation:lastDay'), successorId: t('organisation:successor') }
  const successors = others.map(({ id, name, abbreviation }) => ({ value: id, label: name, alias: abbreviation }))
  return (
    <>
      <PageHeader title={t('organisation:endUnit')} below={unit.name} />
      <p className="mb-4 max-w-prose">{t('organisation:endUnitEffect', { name: unit.name })}</p>
      <AdministrationForm
        id="end-unit"
        answer={useActionData<typeof action>()}
        labels={labels}
        defaults={kept ?? { lastDay: unit.validTo ?? today }}
        submit={t('organisation:endUnit')}
        look="danger"
        backTo={`/admin/units/${unit.id}`}
      >
        {(fields) => (
          <>
            <DayField field={fields.lastDay} label={labels.lastDay} required />
            <Combobox field={fields.successorId} label={labels.successorId} options={successors} />
          </>
        )}
      </AdministrationForm>
    </>
  )
}
