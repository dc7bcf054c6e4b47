import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { countHeldBack } from '#app/handovers/held-back.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { countUnseenGrants } from '#app/organisation/role-grants.server.ts'
import { ErrorWords } from '#app/ui/error-page.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

/** Each page below asks for the post itself; this one only frames them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requireAdministratorHere(request)
  const { organId, id: personId } = person
  const [unseenGrants, heldBack] = await Promise.all([countUnseenGrants({ organId, personId }), countHeldBack(organId)])
  return { unseenGrants, heldBack }
}

export default function Administration() {
  const { unseenGrants, heldBack } = useLoaderData<typeof loader>()
  return (
    <>
      <Sections />
      {unseenGrants > 0 && <UnseenGrants count={unseenGrants} />}
      {heldBack > 0 && <HeldBackHandovers count={heldBack} />}
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

/** Until what stands in their way is mended, or they are called off. */
function HeldBackHandovers({ count }: { count: number }) {
  const t = useT()
  return (
    <Notice>
      {t('handovers:heldBack.count', { count })}{' '}
      <Link to="/admin/handovers" className="link">
        {t('handovers:heldBack.look')}
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
