import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLocation } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { ErrorWords } from '#app/ui/error-page.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

/** Each page below asks for the post itself; this one only frames them. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministratorHere(request)
  return {}
}

export default function Administration() {
  return (
    <>
      <Sections />
      <Outlet />
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorWords />
}

function Sections() {
  const t = useT()
  const { pathname } = useLocation()
  const sections = ['people', 'units', 'audit'] as const
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
