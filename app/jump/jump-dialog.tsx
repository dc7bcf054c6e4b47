import { useFetcher, useNavigate } from '@remix-run/react'
import { useCombobox } from 'downshift'
import { useEffect, useId, useRef, useState } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { matchesOption } from '#app/ui/fields/match-option.ts'
import type { loader } from '#app/routes/jump.tsx'
import { pathOf } from './paths.ts'

export interface Page {
  to: string
  words: string
}

interface Target extends Page {
  kind: string
  mark: string | null
}

const PAUSE_MILLISECONDS = 150

/**
 * Ctrl-K: to anything by its number, its symbol or some of its words. Without script the same is a page, which the link in the
 * header leads to.
 */
export function JumpDialog({ pages }: { pages: Page[] }) {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  const [opened, setOpened] = useState(0)
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setOpened((count) => count + 1)
      dialog.current?.showModal()
    }
    document.addEventListener('keydown', open)
    return () => document.removeEventListener('keydown', open)
  }, [])
  return (
    <>
      <a
        href="/jump"
        className="link inline-flex min-h-11 min-w-8 items-center justify-center gap-1 text-sm whitespace-nowrap lg:min-h-0"
        onClick={(event) => {
          event.preventDefault()
          setOpened((count) => count + 1)
          dialog.current?.showModal()
        }}
      >
        <svg
          viewBox="0 0 16 16"
          className="size-4.5 lg:hidden"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.75"
          aria-hidden="true"
        >
          <path d="M10.5 10.5 15 15M12 6.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0" />
        </svg>
        <span className="sr-only lg:not-sr-only">{t('jump:open')}</span>
        <kbd className="hidden text-muted lg:inline">Ctrl K</kbd>
      </a>
      <dialog
        ref={dialog}
        aria-label={t('jump:title')}
        className="m-auto mt-[10vh] w-full max-w-xl rounded-md border border-edge bg-paper p-4 text-ink shadow-lg backdrop:bg-black/40"
      >
        {opened > 0 && <JumpBox key={opened} pages={pages} close={() => dialog.current?.close()} />}
      </dialog>
    </>
  )
}

function JumpBox({ pages, close }: { pages: Page[]; close: () => void }) {
  const t = useT()
  const id = useId()
  const navigate = useNavigate()
  const { data, load } = useFetcher<typeof loader>()
  const [typed, setTyped] = useState('')
  useEffect(() => {
    if (!typed.trim()) return
    const timer = setTimeout(() => load(`/jump?q=${encodeURIComponent(typed)}`), PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [typed, load])

  const found = data && typed.trim() ? data.found : []
  const targets: Target[] = [
    ...pages
      .filter(({ words }) => typed.trim() && matchesOption({ value: '', label: words }, typed))
      .map((page) => ({ ...page, kind: t('jump:kind.page'), mark: null })),
    ...found.map((each) => ({
      to: pathOf(each),
      words: each.title,
      kind: t(`jump:kind.${each.kind}`),
      mark: each.mark,
    })),
  ]
  const list = useCombobox<Target>({
    id,
    items: targets,
    itemToString: (target) => target?.words ?? '',
    defaultHighlightedIndex: 0,
    onSelectedItemChange: ({ selectedItem }) => {
      if (!selectedItem) return
      close()
      navigate(selectedItem.to)
    },
  })
  return (
    <>
      <label className="mb-1 block font-medium" {...list.getLabelProps()}>
        {t('jump:label')}
      </label>
      <input
        {...list.getInputProps({
          className: 'input',
          autoFocus: true,
          autoComplete: 'off',
          onChange: (event) => setTyped(event.currentTarget.value),
          // The list is closed by Escape only together with the box.
          onKeyDown: (event) => event.key === 'Escape' && close(),
        })}
      />
      <ul {...list.getMenuProps({ 'aria-label': t('jump:title'), className: 'mt-2 max-h-[60vh] overflow-y-auto' })}>
        {targets.map((target, index) => (
          <li
            key={target.to}
            {...list.getItemProps({ item: target, index })}
            className={`flex cursor-pointer items-baseline gap-3 rounded-md px-2 py-1.5 ${index === list.highlightedIndex ? 'bg-accent-soft text-accent' : ''}`}
          >
            <span className="w-24 shrink-0 text-sm text-muted">{target.kind}</span>
            <span className="line-clamp-2 flex-1">{target.words}</span>
            {target.mark && <span className="text-sm whitespace-nowrap text-muted">{target.mark}</span>}
          </li>
        ))}
      </ul>
      <p role="status" className="mt-2 text-sm text-muted">
        {typed.trim() && data && targets.length === 0 ? t('jump:nothing') : t('jump:hint')}
      </p>
    </>
  )
}
