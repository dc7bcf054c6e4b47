import { Link } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { unreadWords } from './notice-words.ts'

/** The way to the notices, with how many are unread. */
export function NoticeLink({ unread }: { unread: number }) {
  const t = useT()
  const number = unreadWords(unread)
  return (
    <Link
      to="/notices"
      aria-label={unread > 0 ? t('notices:menuUnread', { number }) : t('notices:menu')}
      className="flex min-h-11 items-center gap-1.5 whitespace-nowrap hover:text-accent lg:min-h-9"
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
        <span className="rounded-full bg-accent px-1.5 text-sm font-medium text-on-accent tabular-nums">{number}</span>
      )}
    </Link>
  )
}
