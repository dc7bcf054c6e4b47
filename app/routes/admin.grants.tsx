import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { administratorAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { RoleGrantsTable } from '#app/organisation/role-grants-table.tsx'
import { hasSecondAdministrator, listRoleGrants, seeRoleGrant } from '#app/organisation/role-grants.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { DoneNotice, Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:sections.grants') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requireAdministratorHere(request, 'seeGrants')
  const reader = { organId: person.organId, personId: person.id }
  const [grants, hasSecond] = await Promise.all([
    listRoleGrants(reader),
    hasSecondAdministrator({ ...reader, today: officeDay(now()) }),
  ])
  return { grants, hasSecond }
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  const grantId = (await request.formData()).get('grantId')
  await seeRoleGrant({ ...act, grantId: requiredId(typeof grantId === 'string' ? grantId : undefined) })
  return redirect(doneAt('/admin/grants', 'organisation:done.grantSeen'))
}

export default function Grants() {
  const t = useT()
  const { grants, hasSecond } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('organisation:sections.grants')} />
      <DoneNotice />
      {!hasSecond && <Notice>{t('organisation:noSecondAdministrator')}</Notice>}
      <p className="mb-4 max-w-prose">{t('organisation:grantsWhy')}</p>
      {grants.length === 0 ? (
        <EmptyState>{t('organisation:noGrants')}</EmptyState>
      ) : (
        <RoleGrantsTable grants={grants} />
      )}
    </>
  )
}
