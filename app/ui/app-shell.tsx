import { Form, Link, NavLink, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { PageComing } from './page-coming.tsx'

interface MenuEntry {
  to: string
  words: string
  /** How much waits there, in figures; nothing is shown for none. */
  count?: string | undefined
  /** Current on this very address only, not on those below it. */
  exact?: boolean
}

export interface MenuGroup {
  /** Without one, the entries stand at the top. */
  heading?: string
  entries: MenuEntry[]
}

interface AppShellProps {
  menu: MenuGroup[]
  person: { name: string; post: string }
  /** Where signing out is posted to. */
  signOutPath: string
  /** The quickest way to anything, beside the product's name. */
  jump?: ReactNode
  /** What has come in meanwhile, beside the person's name. */
  news?: ReactNode
  children: ReactNode
}

/** The frame of every page of a person signed in. */
export function AppShell({ menu, person, signOutPath, jump, news, children }: AppShellProps) {
  const t = useT()
  return (
    <div className="flex min-h-screen flex-col">
      <PageComing />
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-20 focus:bg-paper focus:px-3 focus:py-2"
      >
        {t('skipToContent')}
      </a>
      <header
        data-shell
        className="flex min-h-12 items-center justify-between gap-1 border-b border-line bg-paper px-4 lg:px-5"
      >
        <div className="flex min-w-0 items-center lg:items-baseline lg:gap-6">
          <Link to="/" className="truncate font-semibold text-accent">
            {t('productName')}
          </Link>
          {jump}
        </div>
        <div className="flex shrink-0 items-center gap-1 lg:gap-5">
          {news}
          <div className="hidden items-center gap-5 lg:flex">
            <PersonWords person={person} />
            <LanguageSwitch />
            <SignOut path={signOutPath} />
          </div>
          <PhoneMenu menu={menu} person={person} signOutPath={signOutPath} />
        </div>
      </header>
      <div className="flex flex-1">
        <nav aria-label={t('menu')} className="hidden w-60 shrink-0 border-r border-line px-3 py-4 lg:block">
          <MenuList menu={menu} />
        </nav>
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 px-4 py-5 outline-none lg:px-8 lg:py-6">
          <div className="max-w-6xl">{children}</div>
        </main>
      </div>
    </div>
  )
}

/** The menu of a narrow screen: a native disclosure, so it opens without script. It closes on the next page. */
function PhoneMenu({ menu, person, signOutPath }: Omit<AppShellProps, 'children' | 'jump' | 'news'>) {
  const t = useT()
  const { key } = useLocation()
  return (
    <details key={key} className="lg:hidden">
      <summary className="flex min-h-11 list-none items-center gap-2 pl-2 font-medium whitespace-nowrap [&::-webkit-details-marker]:hidden">
        <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
          <path d="M1 3h14M1 8h14M1 13h14" stroke="currentColor" strokeWidth="1.75" />
        </svg>
        {t('menu')}
      </summary>
      <div className="absolute inset-x-0 z-10 border-y border-line bg-paper px-4 py-4 shadow-lg">
        <nav aria-label={t('menu')}>
          <MenuList menu={menu} />
        </nav>
        <div className="mt-4 flex flex-wrap items-center justify-between gap-4 border-t border-line pt-4">
          <PersonWords person={person} />
          <LanguageSwitch />
          <SignOut path={signOutPath} />
        </div>
      </div>
    </details>
  )
}

function MenuList({ menu }: { menu: MenuGroup[] }) {
  return menu.map(({ heading, entries }) => (
    <div key={heading ?? ''} className="mb-4 last:mb-0">
      {heading && <p className="px-2 pb-1 text-sm text-muted">{heading}</p>}
      <ul>
        {entries.map((entry) => (
          <li key={entry.to}>
            <NavLink
              to={entry.to}
              end={entry.exact ?? false}
              className="flex min-h-9 items-center justify-between gap-3 rounded-md px-2 py-1 hover:bg-accent-soft aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent"
            >
              <span>{entry.words}</span>
              {entry.count && <span className="text-sm tabular-nums">{entry.count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  ))
}

function PersonWords({ person }: { person: AppShellProps['person'] }) {
  return (
    <p className="text-sm leading-tight">
      <span className="font-medium">{person.name}</span>
      {person.post && <span className="block text-muted">{person.post}</span>}
    </p>
  )
}

function SignOut({ path }: { path: string }) {
  const t = useT()
  return (
    <Form method="post" action={path} reloadDocument>
      <button type="submit" className="link min-h-9">
        {t('signOut')}
      </button>
    </Form>
  )
}
