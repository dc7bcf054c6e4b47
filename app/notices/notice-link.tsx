import { Link } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { hearUnread } from './live-unread.ts'
import { unreadWords } from './notice-words.ts'

/** What a page was made with; a newer one has its own. */
interface Counted {
  unread: number | null
}

/** The way to the notices, with how many are unread: as the page was made, then as it is heard. */
export function NoticeLink({ counted }: { counted: Counted }) {
  const t = useT()
  const unread = useHeardUnread(counted)
  const number = unreadWords(unread)
  return (
    <Link
      to="/notices"
      aria-label={unread > 0 ? t('notices:menuUnread', { number }) : t('notices:menu')}
      className="relative flex min-h-11 min-w-8 items-center gap-1.5 whitespace-nowrap hover:text-accent lg:min-h-9"
    >
      <svg
        viewBox="0 0 16 16"
        className="size-4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        <path d="M3 12V7a5 5 0 0 1 10 0v5M1.5 12h13M6.5 14.5h3" />
      </svg>
      <span className="hidden lg:inline">{t('notices:menu')}</span>
      {unread > 0 && (
        <span className="absolute top-1 left-2.5 rounded-full bg-accent px-1 text-xs font-medium text-on-accent tabular-nums lg:static lg:px-1.5 lg:text-sm">
          {number}
        </span>
      )}
    </Link>
  )
}

function useHeardUnread(counted: Counted): number {
  const [heard, setHeard] = useState({ unread: 0, since: null as Counted | null })
  const newest = useRef(counted)
  useEffect(() => {
    newest.current = counted
  })
  useEffect(() => hearUnread((unread) => setHeard({ unread, since: newest.current })), [])
  return heard.since === counted ? heard.unread : (counted.unread ?? 0)
}
