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
  const t = useT()
  const { unseenGrants, heldBack } = useLoaderData<typeof loader>()
  return (
    <>
      <Sections />
      {unseenGrants > 0 && (
        <Pending
          words={t('organisation:unseenGrants', { count: unseenGrants })}
          at="/admin/grants"
          look={t('organisation:lookAtGrants')}
        />
      )}
      {heldBack > 0 && (
        <Pending
          words={t('handovers:heldBack.count', { count: heldBack })}
          at="/admin/handovers"
          look={t('handovers:heldBack.look')}
        />
      )}
      <Outlet />
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorWords />
}

/** On every page of administration, until somebody has seen to it there. */
function Pending({ words, at, look }: { words: string; at: string; look: string }) {
  return (
    <Notice>
      {words}{' '}
      <Link to={at} className="link">
        {look}
      </Link>
    </Notice>
  )
}

function Sections() {
  const t = useT()
  const { pathname } = useLocation()
  const sections = [
    'people',
    'units',
    'handovers',
    'calendar',
    'reminders',
    'notices',
    'grants',
    'second-factor',
    'audit',
    'operations',
  ] as const
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
