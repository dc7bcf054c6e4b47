import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { AdministrationForm } from '#app/organisation/administration-form.tsx'
import { administratorAct } from '#app/organisation/administrator.server.ts'
import { answerForm } from '#app/organisation/answer-form.server.ts'
import { changeUnit } from '#app/organisation/change-unit.server.ts'
import { unitSchema } from '#app/organisation/forms.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { UnitFields, useUnitLabels } from '#app/organisation/unit-fields.tsx'
import { readUnitForm } from '#app/organisation/unit-form.server.ts'
import { ValidityWords } from '#app/organisation/validity-words.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { doneAt } from '#app/ui/done.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = { title: (_t, { unit }) => unit.name }

export async function loader({ request, params }: LoaderFunctionArgs) {
  return readUnitForm(request, params.unitId)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  const unitId = requiredId(params.unitId)
  return answerForm(request, unitSchema, async (names) => {
    await changeUnit({ ...act, unitId, ...names })
    return doneAt('/admin/units', 'organisation:done.unitChanged')
  })
}

export default function Unit() {
  const t = useT()
  const { unit, kept } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={unit.name}
        below={<ValidityWords {...unit} />}
        acts={
          unit.phase !== 'past' && (
            <>
              <LinkButton to={`/admin/handovers/units?unit=${unit.id}`}>{t('handovers:unitsTitle')}</LinkButton>
              <LinkButton to={`/admin/units/${unit.id}/end`} look="danger">
                {t('organisation:endUnit')}
              </LinkButton>
            </>
          )
        }
      />
      <AdministrationForm
        id="unit"
        answer={useActionData<typeof action>()}
        labels={useUnitLabels()}
        defaults={kept ?? { name: unit.name, abbreviation: unit.abbreviation }}
        submit={t('save')}
        backTo="/admin/units"
      >
        {(fields) => <UnitFields fields={fields} />}
      </AdministrationForm>
    </>
  )
}
