import { formatMoment, formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { FailedMail } from '#app/notices/failed-mail.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'
import type { OperatorPage } from './operator-page.server.ts'

/** Mail that was given up, and how much still waits. */
export function FailedMailTable({ mail }: Pick<OperatorPage, 'mail'>) {
  const t = useT()
  return (
    <section aria-labelledby="mail" className="mb-8">
      <h2 id="mail" className="mb-2 font-semibold">
        {t('operations:mail.title')}
      </h2>
      <p className="mb-2">
        {t('operations:mail.figures', { waiting: formatNumber(mail.waiting), failed: formatNumber(mail.failed) })}
      </p>
      {mail.lastAnswer && (
        <p className="mb-2 max-w-prose">{t('operations:mail.lastAnswer', { answer: mail.lastAnswer })}</p>
      )}
      {mail.rows.length === 0 ? (
        <EmptyState>{t('operations:mail.none')}</EmptyState>
      ) : (
        <Table
          caption={t('operations:mail.title')}
          captionHidden
          rows={mail.rows}
          keyOf={({ noticeId }) => noticeId}
          columns={[
            { key: 'recipient', head: t('operations:mail.recipient'), rowHeader: true, cell: (row) => row.recipient },
            {
              key: 'at',
              head: t('operations:mail.givenUp'),
              cell: ({ at }: FailedMail) => <span className="tabular-nums">{formatMoment(at)}</span>,
            },
            {
              key: 'attempts',
              head: t('operations:mail.attempts'),
              numeric: true,
              cell: ({ attempts }) => formatNumber(attempts),
            },
            { key: 'reason', head: t('operations:mail.reason'), cell: ({ reason }) => reason },
          ]}
        />
      )}
    </section>
  )
}
