import { Form } from '@remix-run/react'
import { formatMoment } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { StatusWord } from '#app/ui/status-word.tsx'
import { Table } from '#app/ui/table.tsx'
import { NoticeDueDay } from './notice-due-day.tsx'
import type { NoticeRow } from './notice-list.server.ts'
import { noticeWords } from './notice-words.ts'

export function NoticeTable({ rows }: { rows: NoticeRow[] }) {
  const t = useT()
  return (
    <Table
      caption={t('notices:title')}
      captionHidden
      rows={rows}
      keyOf={({ id }) => id}
      rowLink={({ id }) => `/notices/${id}`}
      columns={[
        {
          key: 'words',
          head: t('notices:head.words'),
          rowHeader: true,
          cell: ({ kind, values, isRead }) => (
            <span className={isRead ? 'font-normal' : 'font-semibold'}>{noticeWords(t, kind, values)}</span>
          ),
        },
        {
          key: 'task',
          head: t('notices:head.task'),
          cell: ({ taskId, title, symbol }) =>
            taskId ? (
              <span className="line-clamp-2">{symbol ? `${symbol}: ${title}` : title}</span>
            ) : (
              <span className="text-muted">{t('notices:notSeen')}</span>
            ),
        },
        { key: 'dueOn', head: t('notices:head.dueOn'), cell: (notice) => <NoticeDueDay notice={notice} /> },
        { key: 'at', head: t('notices:head.at'), cell: ({ at }) => formatMoment(at) },
        { key: 'mail', head: t('notices:head.mail'), cell: ({ mail }) => mail && t(`notices:mail.${mail}`) },
        {
          key: 'read',
          head: t('notices:head.state'),
          cell: ({ id, isRead }) => (isRead ? t('notices:read') : <MarkRead noticeId={id} />),
        },
      ]}
    />
  )
}

function MarkRead({ noticeId }: { noticeId: string }) {
  const t = useT()
  return (
    <Form method="post" className="flex flex-wrap items-baseline gap-x-3">
      <StatusWord tone="waiting">{t('notices:unread')}</StatusWord>
      <button type="submit" name="noticeId" value={noticeId} className="link relative z-1 min-h-9 whitespace-nowrap">
        {t('notices:markRead')}
      </button>
    </Form>
  )
}
