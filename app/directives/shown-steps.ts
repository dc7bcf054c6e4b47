import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import type { OutsideDecision } from './act-forms.ts'
import type { ShownFile } from './task-page-rows.server.ts'

/** A step as the database has it, with the names of who did it. */
export interface StepRow {
  number: number
  subjectId: string
  event: string
  toState: string
  at: string
  actor: string
  /** Of the post it was done in. */
  postTitle: string | null
  /** Whose post that is, where a substitute acted for them. */
  actingFor: string | null
  /** The leader who directed what was entered for them. */
  onBehalfOf: string | null
  causedBy: number | null
  payload: StepPayload & { changed?: RecordedChange[] }
  texts: Record<string, string> | null
  textRemoved: boolean
  files: ShownFile[]
}

interface StepPayload {
  percent?: number
  role?: 'LEAD' | 'SUPPORT' | 'INFORM'
  documentSymbol?: string
  documentOn?: Day
  dueOn?: Day | null
  /** Of the part that was given. */
  dueHour?: Hour
  decision?: OutsideDecision
  /** What announced the days by which a due day was counted anew. */
  source?: string
}

interface RecordedChange {
  subjectId: string
  field: string
  from: unknown
  to: unknown
}

const fields = ['dueOn', 'outerDueOn', 'directingLeaderId', 'leadUnitId', 'followerId', 'holder'] as const
type ChangedField = (typeof fields)[number]

/** What was agreed before a step and what is since. */
export interface ShownChange {
  field: ChangedField
  /** Whose part it is of; null of the task itself. */
  holder: string | null
  /** Days as they are, people and units by name; null where there was or is none. */
  from: string | null
  to: string | null
}

export type SubjectKind = 'task' | 'assignment' | 'extensionRequest'

export interface ShownStep extends Omit<StepRow, 'at' | 'payload'> {
  kind: SubjectKind
  at: Date
  payload: StepPayload
  /** Who holds the assignment it is about. */
  holder: string | null
  changes: ShownChange[]
}

interface ReaderOfSteps {
  seen: ReadonlySet<string>
  kindOf: (subjectId: string) => SubjectKind
  holderOf: (subjectId: string) => string | null
  changedNames: Record<string, string>
}

/** The steps a reader sees, each without what it did to parts they do not see. */
export function shownSteps(rows: StepRow[], reader: ReaderOfSteps): ShownStep[] {
  return rows
    .filter(({ subjectId }) => reader.seen.has(subjectId))
    .map((row) => ({
      ...row,
      kind: reader.kindOf(row.subjectId),
      at: new Date(row.at),
      payload: shownPayload(row.payload),
      holder: holderAt(rows, row, reader),
      changes: shownChanges(row.payload.changed ?? [], reader),
    }))
}

function shownPayload({
  percent,
  role,
  documentSymbol,
  documentOn,
  dueOn,
  dueHour,
  decision,
  source,
}: StepPayload): StepPayload {
  return { percent, role, documentSymbol, documentOn, dueOn, dueHour, decision, source }
}

/** Who held a part when a step was done: what the first later change took it from, or who holds it still. */
function holderAt(rows: StepRow[], { subjectId, number }: StepRow, { holderOf, changedNames }: ReaderOfSteps) {
  for (const { number: later, payload } of rows) {
    const change = payload.changed?.find((each) => each.subjectId === subjectId && each.field === 'holder')
    if (change && later >= number) return nameIn(change.from, changedNames)
  }
  return holderOf(subjectId)
}

/** Of a person or unit by id, of a holder of either kind, or a day as it is. */
function nameIn(value: unknown, names: Record<string, string>): string | null {
  const holder = value as { unitId?: string; personId?: string } | string | null
  const text = typeof holder === 'object' ? (holder?.unitId ?? holder?.personId) : holder
  return text === undefined || text === null ? null : (names[text] ?? text)
}

/** The lead's day goes with the task's and is not said twice. */
function shownChanges(
  changes: RecordedChange[],
  { seen, kindOf, holderOf, changedNames }: ReaderOfSteps,
): ShownChange[] {
  const shown = changes
    .filter(({ subjectId, field }) => seen.has(subjectId) && isShown(field))
    .map(({ subjectId, field, from, to }): ShownChange => {
      const holder = kindOf(subjectId) === 'task' ? null : holderOf(subjectId)
      return { field: field as ChangedField, holder, from: nameIn(from, changedNames), to: nameIn(to, changedNames) }
    })
  const ofTask = shown.filter(({ holder }) => holder === null)
  const isSaid = ({ holder, field, from, to }: ShownChange) =>
    holder !== null && ofTask.some((said) => said.field === field && said.from === from && said.to === to)
  return shown.filter((change) => !isSaid(change))
}

function isShown(field: string): field is ChangedField {
  return (fields as readonly string[]).includes(field)
}

/** The same of its hour. */
export function dueHourBefore(
  rows: StepRow[],
  { subjectId, number, dueHour }: { subjectId: string; number: number; dueHour: Hour | null },
): Hour | null {
  const isChange = (each: { subjectId: string; field: string }) =>
    each.subjectId === subjectId && each.field === 'dueHour'
  const later = rows.find((row) => row.number >= number && row.payload.changed?.some(isChange))
  return later ? (later.payload.changed!.find(isChange)!.from as Hour | null) : dueHour
}

/** The due day of a part before a step: what the first later change changed it from, or what it still is. */
export function dueOnBefore(
  rows: StepRow[],
  { subjectId, number, dueOn }: { subjectId: string; number: number; dueOn: Day | null },
): Day | null {
  for (const { number: later, payload } of rows) {
    if (later < number) continue
    const change = payload.changed?.find((each) => each.subjectId === subjectId && each.field === 'dueOn')
    if (change) return change.from as Day | null
  }
  return dueOn
}
