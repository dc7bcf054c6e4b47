import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { countUnseenGrants } from '#app/organisation/role-grants.server.ts'
import { ErrorWords } from '#app/ui/error-page.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

/** Each page below asks for the post itself; this one only frames them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requireAdministratorHere(request)
  return { unseenGrants: await countUnseenGrants({ organId: person.organId, personId: person.id }) }
}

export default function Administration() {
  const { unseenGrants } = useLoaderData<typeof loader>()
  return (
    <>
      <Sections />
      {unseenGrants > 0 && <UnseenGrants count={unseenGrants} />}
      <Outlet />
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorWords />
}

/** On every page of administration, until one of the other administrators has seen each of them. */
function UnseenGrants({ count }: { count: number }) {
  const t = useT()
  return (
    <Notice>
      {t('organisation:unseenGrants', { count })}{' '}
      <Link to="/admin/grants" className="link">
        {t('organisation:lookAtGrants')}
      </Link>
    </Notice>
  )
}

function Sections() {
  const t = useT()
  const { pathname } = useLocation()
  const sections = ['people', 'units', 'handovers', 'grants', 'second-factor', 'audit'] as const
  return (
    <Tabs
      label={t('organisation:administration')}
      tabs={sections.map((section) => ({
        to: `/admin/${section}`,
        words: t(`organisation:sections.${section}`),
        current: pathname.startsWith(`/admin/${section}`),
      }))}
    />
  )
}
