import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { addPost } from '#app/organisation/add-post.server.ts'
import { AdministrationForm } from '#app/organisation/administration-form.tsx'
import { grantingAct } from '#app/organisation/administrator.server.ts'
import { answerForm } from '#app/organisation/answer-form.server.ts'
import { postSchema } from '#app/organisation/forms.ts'
import { readPersonForm } from '#app/organisation/person-form.server.ts'
import { listLeaderChoices } from '#app/organisation/person.server.ts'
import { POST_ROLES } from '#app/organisation/post-rules.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { hasSecondAdministrator } from '#app/organisation/role-grants.server.ts'
import { listUnitChoices } from '#app/organisation/units.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:newPost') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const form = await readPersonForm(request, params.personId)
  const { organId, today, readerId } = form
  const [units, leaders, hasSecond] = await Promise.all([
    listUnitChoices(organId, today),
    listLeaderChoices(organId, today),
    hasSecondAdministrator({ organId, today, personId: readerId }),
  ])
  return { ...form, units, leaders, hasSecond }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await grantingAct(request)
  const personId = requiredId(params.personId)
  return answerForm(request, postSchema, async (post) => {
    await addPost({ ...act, personId, post })
    return doneAt(`/admin/people/${personId}`, 'organisation:done.postAdded')
  })
}

export default function NewPost() {
  const t = useT()
  const { person, today, kept, units, leaders, hasSecond } = useLoaderData<typeof loader>()
  const labels = {
    role: t('organisation:roleHead'),
    title: t('organisation:title'),
    unitId: t('organisation:unit'),
    assistsPersonId: t('organisation:assists'),
    validFrom: t('organisation:from'),
    validTo: t('organisation:until'),
  }
  const roles = POST_ROLES.map((role) => ({ value: role, label: t(`organisation:role.${role}`) }))
  return (
    <>
      <PageHeader title={t('organisation:newPost')} below={person.fullName} />
      <p className="mb-4 max-w-prose text-muted">
        {hasSecond ? t('organisation:grantIsTold') : t('organisation:noSecondAdministrator')}
      </p>
      <AdministrationForm
        id="post"
        answer={useActionData<typeof action>()}
        labels={labels}
        defaults={kept ?? { validFrom: today }}
        submit={t('organisation:newPost')}
        backTo={`/admin/people/${person.id}`}
      >
        {(fields) => (
          <>
            <SelectField field={fields.role} label={labels.role} options={roles} required />
            <TextField field={fields.title} label={labels.title} hint={t('organisation:titleHint')} required />
            <Combobox field={fields.unitId} label={labels.unitId} hint={t('organisation:unitHint')} options={units} />
            <SelectField
              field={fields.assistsPersonId}
              label={labels.assistsPersonId}
              hint={t('organisation:assistsHint')}
              options={leaders}
            />
            <DayField field={fields.validFrom} label={labels.validFrom} required />
            <DayField field={fields.validTo} label={labels.validTo} hint={t('organisation:untilHint')} />
          </>
        )}
      </AdministrationForm>
    </>
  )
}
