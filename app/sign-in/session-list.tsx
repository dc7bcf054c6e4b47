import { Form } from '@remix-run/react'
import { formatMoment } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { Table } from '#app/ui/table.tsx'
import { browserName } from './browser-name.ts'
import type { OwnSession } from './own-sessions.server.ts'

export function SessionList({ sessions }: { sessions: OwnSession[] }) {
  const t = useT()

  function browserOf({ browser }: OwnSession): string {
    const name = browserName(browser)
    return name ? t('signIn:browserOn', name) : t('signIn:unknownBrowser')
  }

  return (
    <section aria-labelledby="sessions-heading">
      <h2 id="sessions-heading" className="mb-2 text-lg font-semibold">
        {t('signIn:sessions')}
      </h2>
      <Table
        caption={t('signIn:sessions')}
        captionHidden
        rows={sessions}
        keyOf={(session) => session.id}
        columns={[
          { key: 'browser', head: t('signIn:browser'), cell: browserOf, rowHeader: true },
          {
            key: 'address',
            head: t('signIn:address'),
            cell: (session) => session.address ?? t('signIn:unknownBrowser'),
          },
          { key: 'signedInAt', head: t('signIn:signedInAt'), cell: (session) => formatMoment(session.signedInAt) },
          { key: 'lastUsedAt', head: t('signIn:lastUsedAt'), cell: (session) => formatMoment(session.lastUsedAt) },
          {
            key: 'end',
            head: t('signIn:endSession'),
            cell: (session) =>
              session.isThisOne ? (
                t('signIn:thisSession')
              ) : (
                <EndSession
                  id={session.id}
                  label={t('signIn:endSessionOf', {
                    browser: browserOf(session),
                    at: formatMoment(session.signedInAt),
                  })}
                />
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <Form method="post" action="/account/sessions" className="mt-4 flex flex-wrap items-center gap-3">
          <input type="hidden" name="others" value="on" />
          <Button look="quiet">{t('signIn:endOtherSessions')}</Button>
          <span className="text-sm text-muted">{t('signIn:endOtherSessionsEffect')}</span>
        </Form>
      )}
      <Form method="post" action="/sign-out" reloadDocument className="mt-4 flex flex-wrap items-center gap-3">
        <input type="hidden" name="everywhere" value="on" />
        <Button look="danger">{t('signIn:signOutEverywhere')}</Button>
        <span className="text-sm text-muted">{t('signIn:signOutEverywhereEffect')}</span>
      </Form>
    </section>
  )
}

function EndSession({ id, label }: { id: string; label: string }) {
  const t = useT()
  return (
    <Form method="post" action="/account/sessions">
      <input type="hidden" name="sessionId" value={id} />
      <button type="submit" className="link min-h-8" aria-label={label}>
        {t('signIn:endSession')}
      </button>
    </Form>
  )
}
