import type { Translate } from '#app/i18n/translator.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { ButtonLook } from '#app/ui/button.tsx'
import { EXTENSIONS_ANCHOR } from './extension-list.tsx'
import { assignmentActPath, taskActPath, taskPath } from './paths.ts'
import type { ActKind } from './refusal-words.ts'
import type { ShownAct, ShownAssignment, ShownTask } from './task-page.server.ts'

export interface OfferedAct extends ShownAct {
  key: string
  kind: ActKind
  words: string
  /** Where it is done. */
  to: string
  revision: number
  /** Done by the button alone; there is nothing to type. */
  atOnce: boolean
  look: ButtonLook
}

interface OfferedActs {
  /** What the reader may do now, the next thing first. */
  open: OfferedAct[]
  /** Theirs to do, but for a condition that does not hold. */
  barred: OfferedAct[]
  /** Of others, or of another state. */
  closed: OfferedAct[]
}

/** The acts of a task's page as this reader has them. */
export function useOfferedActs(task: ShownTask): OfferedActs {
  const t = useT()
  const offered = [...requestsToDecide(t, task), ...actsOnAssignments(t, task), ...actsOnTask(t, task)]
  const open = offered.filter(({ refusal }) => !refusal).sort((a, b) => rankOf(a, task) - rankOf(b, task))
  const refused = offered.filter(({ refusal }) => refusal)
  const barred = refused.filter((act) => !isElsewhere(act))
  const said = new Set([...open, ...barred].map(({ words }) => words))
  return {
    open: open.map((act, index) => ({ ...act, look: lookOf(act, index === 0) })),
    barred,
    closed: refused.filter((act) => isElsewhere(act) && !said.has(act.words) && said.add(act.words)),
  }
}

/** Another's part, another state, or for another kind of task: no condition this reader could wait for. */
const elsewhere = new Set(['notYourPart', 'notInThisState', 'isFromOutside', 'isNotRestricted', 'isContribution'])

function isElsewhere({ refusal }: ShownAct): boolean {
  return refusal !== null && elsewhere.has(refusal.code)
}

const taskActsAtOnce = new Set(['issue'])

function actsOnTask(t: Translate, task: ShownTask): OfferedAct[] {
  return task.acts.map((shown) => ({
    ...shown,
    key: shown.act,
    kind: 'task',
    words: t(`directives:act.task.${shown.act as 'issue'}`),
    to: taskActPath(task.id, shown.act),
    revision: task.revision,
    atOnce: taskActsAtOnce.has(shown.act),
    look: 'quiet',
  }))
}

/** Assignments of others are listed below, without buttons: they would only be noise here. */
function actsOnAssignments(t: Translate, task: ShownTask): OfferedAct[] {
  const concerning = task.assignments.filter(({ acts }) => acts.some((shown) => !isElsewhere(shown)))
  return concerning.flatMap((assignment) =>
    assignment.acts.map((shown) => ({
      ...shown,
      key: `${assignment.id} ${shown.act}`,
      kind: 'assignment',
      words: assignmentActWords(t, assignment, shown, concerning),
      to: assignmentActPath(task.id, assignment.id, shown.act),
      revision: assignment.revision,
      atOnce: shown.act === 'receive',
      look: 'quiet',
    })),
  )
}

/** What is done to another's part is named by whose it is, and so is anything open on several parts. */
const actsOnAnothers = new Set(['sendBack', 'insist', 'release', 'acceptContribution'])

function assignmentActWords(
  t: Translate,
  assignment: ShownAssignment,
  { act, refusal }: ShownAct,
  all: ShownAssignment[],
): string {
  const words =
    act === 'report' && assignment.isLead
      ? t('directives:act.assignment.passUp')
      : t(`directives:act.assignment.${act as 'receive'}`)
  const isOpen = (each: ShownAssignment) => each.acts.some((shown) => shown.act === act && !shown.refusal)
  const isNamed = !isElsewhere({ act, refusal }) && (actsOnAnothers.has(act) || all.filter(isOpen).length > 1)
  return isNamed ? t('directives:act.ofHolder', { act: words, holder: assignment.holder }) : words
}

/** A request the reader decides is answered where it stands on the page; the buttons lead there. */
function requestsToDecide(t: Translate, task: ShownTask): OfferedAct[] {
  return task.requests
    .filter(({ acts }) => acts.some(({ act, refusal }) => act === 'grant' && !refusal))
    .map(({ id, holder, revision }) => ({
      act: 'see',
      refusal: null,
      key: id,
      kind: 'extensionRequest',
      words: t('directives:act.ofHolder', { act: t('directives:act.extensionRequest.see'), holder }),
      to: `${taskPath(task.id)}#${EXTENSIONS_ANCHOR}`,
      revision,
      atOnce: false,
      look: 'quiet',
    }))
}

/** What somebody waits for comes first, what takes something away last. */
const waitedFor = ['receive', 'issue', 'accept', 'see', 'acceptContribution', 'insist', 'release', 'report']
const ranks = [
  ...waitedFor,
  ...['delegate', 'progress', 'requestExtension', 'edit', 'sendBack', 'resume', 'urge', 'changeDueDay'],
  ...['addSupporters', 'changeContent', 'changeFollower', 'recordOutsideDecision', 'reassign', 'suspend'],
  ...['reopen', 'giveBack', 'takeBack', 'discard', 'revoke'],
]
/** A task given back waits for one of three answers. */
const answersToGivingBack = ['insist', 'reassign', 'revoke']

function rankOf({ act, kind }: OfferedAct, task: ShownTask): number {
  const answer = kind === 'task' && task.state === 'returned' ? answersToGivingBack.indexOf(act) : -1
  return answer === -1 ? ranks.indexOf(act) : answer - answersToGivingBack.length
}

const dangerous = new Set(['revoke', 'discard', 'sendBack', 'giveBack'])

function lookOf({ act }: OfferedAct, isFirst: boolean): ButtonLook {
  if (dangerous.has(act)) return 'danger'
  return isFirst && (waitedFor.includes(act) || act === 'resume' || act === 'delegate') ? 'primary' : 'quiet'
}
