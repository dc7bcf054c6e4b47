import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { Button, GreyedAct, LinkButton } from '#app/ui/button.tsx'
import { RequestKey, Revision } from '#app/ui/fields/hidden-fields.tsx'
import { type OfferedAct, useOfferedActs } from './offered-acts.ts'
import { refusalWords } from './refusal-words.ts'
import type { ShownTask } from './task-page.server.ts'

/** More buttons than this at once nobody reads; the rest is one disclosure away. */
const SHOWN_AT_ONCE = 5

/**
 * The acts of a task and of the assignments the person has a part in: what they may do as buttons, the next thing first; what
 * is theirs but not open, greyed with the reason; what belongs to others or to another state, behind a disclosure.
 */
export function ActsPanel({ task, requestKey }: { task: ShownTask; requestKey: string }) {
  const t = useT()
  const { open, barred, closed } = useOfferedActs(task)
  const more = open.slice(SHOWN_AT_ONCE)
  return (
    <section aria-labelledby="acts-heading" className="mb-6 border-y border-line py-3">
      <h2 id="acts-heading" className="sr-only">
        {t('directives:heading.acts')}
      </h2>
      {open.length === 0 && <p className="text-muted">{t('directives:empty.noActs')}</p>}
      <OpenActs acts={open.slice(0, SHOWN_AT_ONCE)} requestKey={requestKey} />
      <GreyedActs acts={barred} />
      {more.length > 0 && (
        <details className="mt-3">
          <summary>{t('directives:heading.otherActs')}</summary>
          <div className="mt-2">
            <OpenActs acts={more} requestKey={requestKey} />
          </div>
        </details>
      )}
      {closed.length > 0 && (
        <details className="mt-3">
          <summary className="text-sm text-muted">{t('directives:heading.greyed')}</summary>
          <GreyedActs acts={closed} />
        </details>
      )}
    </section>
  )
}

function OpenActs({ acts, requestKey }: { acts: OfferedAct[]; requestKey: string }) {
  return (
    <div className="flex flex-wrap items-start gap-2">
      {acts.map((act) => (
        <OpenAct key={act.key} act={act} requestKey={requestKey} />
      ))}
    </div>
  )
}

function GreyedActs({ acts }: { acts: OfferedAct[] }) {
  const t = useT()
  if (acts.length === 0) return null
  return (
    <div className="mt-3 flex flex-wrap items-start gap-x-4 gap-y-3">
      {acts.map((act) => (
        <GreyedAct key={act.key} reason={refusalWords(t, act.refusal!, act.kind)}>
          {act.words}
        </GreyedAct>
      ))}
    </div>
  )
}

function OpenAct({ act, requestKey }: { act: OfferedAct; requestKey: string }) {
  if (!act.atOnce) {
    return (
      <LinkButton look={act.look} to={act.to}>
        {act.words}
      </LinkButton>
    )
  }
  return (
    <Form method="post" action={act.to}>
      <RequestKey value={requestKey} />
      <Revision value={act.revision} />
      <Button look={act.look}>{act.words}</Button>
    </Form>
  )
}
