import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { administratorAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { POST_ROLES } from '#app/organisation/post-rules.ts'
import {
  readSecondFactorRoles,
  secondFactorRolesSchema,
  setSecondFactorRoles,
} from '#app/sign-in/second-factor-setting.server.ts'
import { Button } from '#app/ui/button.tsx'
import { doneAt } from '#app/ui/done.ts'
import { DoneNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:sections.second-factor') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { organ } = await requireAdministratorHere(request, 'changeSignInRules')
  return { roles: await readSecondFactorRoles(organ.id) }
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  const form = await request.formData()
  const { roles } = secondFactorRolesSchema.parse({
    roles: POST_ROLES.filter((role) => form.getAll('roles').includes(role)),
  })
  await setSecondFactorRoles({ ...act, roles })
  return redirect(doneAt('/admin/second-factor', 'organisation:done.secondFactorRolesChanged'))
}

export default function SecondFactorRoles() {
  const t = useT()
  const { roles } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('organisation:sections.second-factor')} />
      <DoneNotice />
      <p className="mb-4 max-w-prose">{t('organisation:secondFactorRolesEffect')}</p>
      <Form method="post">
        <fieldset className="mb-5">
          <legend className="mb-1 font-medium">{t('organisation:secondFactorRoles')}</legend>
          {POST_ROLES.map((role) => (
            <label key={role} className="flex min-h-9 items-center gap-2.5">
              <input
                type="checkbox"
                name="roles"
                value={role}
                defaultChecked={roles.includes(role)}
                className="size-4.5 shrink-0 accent-accent"
              />
              {t(`organisation:role.${role}`)}
            </label>
          ))}
        </fieldset>
        <Button>{t('save')}</Button>
      </Form>
    </>
  )
}
