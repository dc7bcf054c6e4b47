import { useT } from '#app/i18n/use-t.ts'
import { StatusWord, type Tone } from '#app/ui/status-word.tsx'
import type { Timeliness } from '#workflows/calendar/timeliness.ts'
import type { Urgency } from './forms.ts'

export type TaskState =
  | 'draft'
  | 'assigned'
  | 'inProgress'
  | 'returned'
  | 'awaitingAcceptance'
  | 'suspended'
  | 'completed'
  | 'revoked'
  | 'discarded'
export type AssignmentState =
  'awaitingReceipt' | 'received' | 'delegated' | 'reported' | 'returned' | 'done' | 'withdrawn'
export type ExtensionRequestState = 'requested' | 'granted' | 'refused' | 'withdrawn'

const taskTones: Record<TaskState, Tone> = {
  draft: 'resting',
  assigned: 'waiting',
  inProgress: 'moving',
  returned: 'waiting',
  suspended: 'resting',
  awaitingAcceptance: 'waiting',
  completed: 'done',
  revoked: 'resting',
  discarded: 'resting',
}

const assignmentTones: Record<AssignmentState, Tone> = {
  awaitingReceipt: 'waiting',
  received: 'moving',
  delegated: 'moving',
  reported: 'waiting',
  returned: 'waiting',
  done: 'done',
  withdrawn: 'resting',
}

const extensionTones: Record<ExtensionRequestState, Tone> = {
  requested: 'waiting',
  granted: 'done',
  refused: 'resting',
  withdrawn: 'resting',
}

const timelinessTones: Record<Timeliness, Tone> = {
  DONE_ON_TIME: 'done',
  DONE_LATE: 'late',
  IN_TIME: 'moving',
  DUE_SOON: 'soon',
  OVERDUE: 'late',
  OPEN_ENDED: 'resting',
}

/** A state of this or another version of the machine; the words are those of the glossary. */
export function TaskStateWord({ state }: { state: string }) {
  const t = useT()
  const known = state as TaskState
  return <StatusWord tone={taskTones[known]}>{t(`directives:taskState.${known}`)}</StatusWord>
}

/** What ended without a report was only closed: nobody completed it. */
export function AssignmentStateWord({ state, isReported = true }: { state: string; isReported?: boolean }) {
  const t = useT()
  const known = state as AssignmentState
  if (known === 'done' && !isReported) {
    return <StatusWord tone="resting">{t('directives:assignmentClosed')}</StatusWord>
  }
  return <StatusWord tone={assignmentTones[known]}>{t(`directives:assignmentState.${known}`)}</StatusWord>
}

export function ExtensionStateWord({ state }: { state: string }) {
  const t = useT()
  const known = state as ExtensionRequestState
  return <StatusWord tone={extensionTones[known]}>{t(`directives:extensionRequestState.${known}`)}</StatusWord>
}

/** Null where timeliness is not counted: revoked, discarded. */
export function TimelinessWord({ timeliness }: { timeliness: Timeliness | null }) {
  const t = useT()
  if (!timeliness) return null
  return <StatusWord tone={timelinessTones[timeliness]}>{t(`directives:timeliness.${timeliness}`)}</StatusWord>
}

/** The symbol of a source is one word, never broken at its hyphen. */
export function SymbolWords({ symbol }: { symbol: string | null }) {
  const t = useT()
  return <span className="md:whitespace-nowrap">{symbol ?? t('directives:unsigned')}</span>
}

/** Only what is out of the ordinary is said. */
export function UrgencyMark({ urgency }: { urgency: Urgency }) {
  const t = useT()
  if (urgency === 'NORMAL') return null
  return (
    <span className="mr-2 border border-danger px-1 text-sm font-semibold text-danger uppercase">
      {t(`directives:urgency.${urgency}`)}
    </span>
  )
}

export function RestrictedMark() {
  const t = useT()
  return (
    <span className="mr-2 border border-edge px-1 text-sm font-medium text-muted">
      {t('directives:restrictedMark')}
    </span>
  )
}
