import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { Button, GreyedAct, LinkButton } from '#app/ui/button.tsx'
import { RequestKey, Revision } from '#app/ui/fields/hidden-fields.tsx'
import { assignmentActPath, taskActPath } from './paths.ts'
import { refusalWords } from './refusal-words.ts'
import type { ShownAct, ShownAssignment, ShownTask } from './task-page.server.ts'

interface OfferedAct extends ShownAct {
  key: string
  words: string
  /** Where it is done. */
  to: string
  kind: 'task' | 'assignment'
  revision: number
  /** Done by the button alone; there is nothing to type. */
  atOnce: boolean
}

/**
 * The acts of a task and of the assignments the person has a part in: what they may do as buttons; what another may do now,
 * greyed with the reason; what belongs to another state of the task, behind a disclosure.
 */
export function ActsPanel({ task, requestKey }: { task: ShownTask; requestKey: string }) {
  const t = useT()
  const offered = useOfferedActs(task)
  const open = offered.filter(({ refusal }) => !refusal)
  const near = offered.filter(({ refusal }) => refusal && refusal.code !== 'notInThisState')
  const far = offered.filter(({ refusal }) => refusal?.code === 'notInThisState')
  return (
    <section aria-labelledby="acts-heading" className="mb-6 border-y border-line py-3">
      <h2 id="acts-heading" className="sr-only">
        {t('directives:heading.acts')}
      </h2>
      {open.length === 0 && <p className="text-muted">{t('directives:empty.noActs')}</p>}
      <div className="flex flex-wrap items-start gap-2">
        {open.map((act, index) => (
          <OpenAct key={act.key} act={act} first={index === 0} requestKey={requestKey} />
        ))}
      </div>
      <GreyedActs acts={near} />
      {far.length > 0 && (
        <details className="mt-3">
          <summary className="text-sm text-muted">{t('directives:heading.greyed')}</summary>
          <GreyedActs acts={far} />
        </details>
      )}
    </section>
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

const taskActsAtOnce = new Set(['issue'])
const dangerousActs = new Set(['revoke', 'discard', 'sendBack'])

function OpenAct({ act, first, requestKey }: { act: OfferedAct; first: boolean; requestKey: string }) {
  const look = dangerousActs.has(act.act) ? 'danger' : first ? 'primary' : 'quiet'
  if (!act.atOnce) {
    return (
      <LinkButton look={look} to={act.to}>
        {act.words}
      </LinkButton>
    )
  }
  return (
    <Form method="post" action={act.to}>
      <RequestKey value={requestKey} />
      <Revision value={act.revision} />
      <Button look={look}>{act.words}</Button>
    </Form>
  )
}

function useOfferedActs(task: ShownTask): OfferedAct[] {
  const t = useT()
  const ofTask = task.acts.map((shown): OfferedAct => ({
    ...shown,
    key: shown.act,
    kind: 'task',
    words: t(`directives:act.task.${shown.act as 'issue'}`),
    to: taskActPath(task.id, shown.act),
    revision: task.revision,
    atOnce: taskActsAtOnce.has(shown.act),
  }))
  const ofAssignments = task.assignments.filter(concernsReader).flatMap((assignment) =>
    assignment.acts.map((shown): OfferedAct => ({
      ...shown,
      key: `${assignment.id} ${shown.act}`,
      kind: 'assignment',
      words: assignmentActWords(t, assignment, shown.act),
      to: assignmentActPath(task.id, assignment.id, shown.act),
      revision: assignment.revision,
      atOnce: shown.act === 'receive',
    })),
  )
  // The next thing to do comes first, and what takes something away last.
  return [...ofAssignments, ...ofTask].sort((a, b) => rankOf(a) - rankOf(b))
}

/** Assignments of others are listed below, without buttons: they would only be noise here. */
function concernsReader({ acts }: ShownAssignment): boolean {
  return acts.some(({ refusal }) => refusal?.code !== 'notYourPart' && refusal?.code !== 'notInThisState')
}

const ranks = ['receive', 'issue', 'accept', 'report', 'delegate', 'progress', 'edit', 'sendBack', 'discard', 'revoke']

function rankOf({ act }: OfferedAct): number {
  return ranks.indexOf(act)
}

function assignmentActWords(t: ReturnType<typeof useT>, assignment: ShownAssignment, act: string): string {
  const words =
    act === 'report' && assignment.isLead
      ? t('directives:act.assignment.passUp')
      : t(`directives:act.assignment.${act as 'receive'}`)
  // A report to send back is named by who sent it: there may be several.
  return act === 'sendBack' ? `${words} (${assignment.holder})` : words
}
