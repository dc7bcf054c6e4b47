import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { UnitsTable } from '#app/organisation/units-table.tsx'
import { listUnits } from '#app/organisation/units.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { DoneNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:units') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { organ } = await requireAdministratorHere(request)
  return { units: await listUnits(organ.id, officeDay(now())) }
}

export default function Units() {
  const t = useT()
  const { units } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('organisation:units')}
        acts={
          <LinkButton to="/admin/units/new" look="primary">
            {t('organisation:newUnit')}
          </LinkButton>
        }
      />
      <DoneNotice />
      {units.length === 0 ? <EmptyState>{t('organisation:noUnits')}</EmptyState> : <UnitsTable units={units} />}
    </>
  )
}
