import { doerWords } from '#app/absences/doer-words.ts'
import { formatDay, formatMoment } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { extensionRequestActPath } from './paths.ts'
import { ExtensionStateWord } from './state-words.tsx'
import type { ShownRequest } from './task-page.server.ts'

/** Where the requests for more time stand on the task's page. */
export const EXTENSIONS_ANCHOR = 'extensions'

/** Every request for more time: old day and new, who asked why, who answered what, and for whoever decides the two answers. */
export function ExtensionList({ requests, taskId }: { requests: ShownRequest[]; taskId: string }) {
  const t = useT()
  if (requests.length === 0) return null
  return (
    <section id={EXTENSIONS_ANCHOR} aria-labelledby="extensions-heading" className="mt-6">
      <h2 id="extensions-heading" className="mb-2 text-lg font-semibold">
        {t('directives:heading.extensions')}
      </h2>
      <ul>
        {requests.map((request) => (
          <li key={request.id} className="border-t border-line py-2 first:border-t-0">
            <ExtensionLines request={request} />
            <Answers request={request} taskId={taskId} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function ExtensionLines({ request }: { request: ShownRequest }) {
  const t = useT()
  const { state, from, askedDay, grantedDay, holder, requestedBy, requestedAt, reason, decidedBy, decidedAt } = request
  const days = {
    from: from ? formatDay(from) : t('directives:timeliness.OPEN_ENDED'),
    to: formatDay(grantedDay ?? askedDay),
  }
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="font-medium tabular-nums">
          {t('directives:extensionLine.asked', days)}
          {grantedDay !== null && grantedDay !== askedDay && (
            <span className="font-normal text-muted">
              {' '}
              ({t('directives:extensionLine.askedFor', { to: formatDay(askedDay) })})
            </span>
          )}
        </p>
        <ExtensionStateWord state={state} />
      </div>
      <p className="text-sm text-muted">
        {t('directives:extensionLine.requested', {
          holder,
          actor: doerWords(t, requestedBy),
          at: formatMoment(requestedAt),
        })}
      </p>
      {reason && <p className="mt-1 max-w-prose whitespace-pre-line">{reason}</p>}
      {decidedBy && decidedAt && (
        <p className="mt-1 text-sm text-muted">
          {t('directives:extensionLine.decided', { actor: doerWords(t, decidedBy), at: formatMoment(decidedAt) })}
        </p>
      )}
      {request.answer && <p className="mt-1 max-w-prose whitespace-pre-line">{request.answer}</p>}
    </>
  )
}

/** Whoever may not decide sees no button here: the state says already what is waited for. */
function Answers({ request, taskId }: { request: ShownRequest; taskId: string }) {
  const t = useT()
  const open = request.acts.filter(({ refusal }) => !refusal)
  if (open.length === 0) return null
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      {open.map(({ act }) => (
        <LinkButton
          key={act}
          look={act === 'grant' ? 'primary' : 'quiet'}
          to={extensionRequestActPath(taskId, request.id, act)}
        >
          {t(`directives:act.extensionRequest.${act as 'grant'}`)}
        </LinkButton>
      ))}
    </div>
  )
}
