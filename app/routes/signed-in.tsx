import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { SubstitutionLines } from '#app/absences/substitution-lines.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { JumpDialog } from '#app/jump/jump-dialog.tsx'
import { menuGroups } from '#app/menu/menu-groups.ts'
import { type Menu, readMenu } from '#app/menu/read-menu.server.ts'
import { NoticeLink } from '#app/notices/notice-link.tsx'
import { ReadOnlyBanner } from '#app/read-only/read-only-banner.tsx'
import type { ReadOnlyMode } from '#app/read-only/read-only-mode.server.ts'
import { requireSignedIn, type Substitution } from '#app/sign-in/identify.server.ts'
import { AppShell } from '#app/ui/app-shell.tsx'
import { ErrorPage, ErrorWords } from '#app/ui/error-page.tsx'

/** The frame around every page of a person signed in. Each page still asks for itself who is there. */
export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const { substitutions, readOnly } = signedIn
  return { ...(await readMenu(signedIn)), substitutions, readOnly }
}

interface FrameProps {
  menu: Menu & { substitutions: Substitution[]; readOnly: ReadOnlyMode | null }
  children: ReactNode
}

export default function SignedInFrame() {
  const menu = useLoaderData<typeof loader>()
  return (
    <Frame menu={menu}>
      <Outlet />
    </Frame>
  )
}

/** What went wrong on a page below is said inside the frame, so that one can go on from there. */
export function ErrorBoundary() {
  // Absent when it was the menu itself that could not be read; `useLoaderData` may not be asked where an error is shown.
  const menu = useRouteLoaderData<typeof loader>('routes/signed-in')
  return menu ? (
    <Frame menu={menu}>
      <ErrorWords />
    </Frame>
  ) : (
    <ErrorPage />
  )
}

function Frame({ menu, children }: FrameProps) {
  const t = useT()
  const groups = menuGroups(t, menu)
  return (
    <AppShell
      menu={groups}
      jump={<JumpDialog pages={groups.flatMap(({ entries }) => entries)} />}
      person={{ name: menu.person, post: menu.organ }}
      news={menu.unread !== null && <NoticeLink counted={menu} />}
      signOutPath="/sign-out"
    >
      <ReadOnlyBanner mode={menu.readOnly} />
      <SubstitutionLines substitutions={menu.substitutions} />
      {children}
    </AppShell>
  )
}
