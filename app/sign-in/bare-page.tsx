import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { LanguageSwitch } from '#app/ui/language-switch.tsx'

/** The frame of a page before the menu: one form and nothing beside it. */
export function BarePage({ title, children }: { title: string; children: ReactNode }) {
  const t = useT()
  return (
    <div className="flex min-h-screen flex-col">
      <header className="flex min-h-12 items-center justify-between gap-4 border-b border-line bg-paper px-4 lg:px-5">
        <p className="font-semibold text-accent">{t('productName')}</p>
        <LanguageSwitch />
      </header>
      <main id="content" className="mx-auto w-full max-w-md px-4 py-10 sm:py-16">
        <h1 className="mb-5 text-xl font-semibold">{title}</h1>
        {children}
      </main>
    </div>
  )
}
