import { isSettled } from './registry.ts'
import {
  type AssignmentRecord,
  assignmentsOf,
  type Holder,
  type Supporter,
  taskOf,
  type TaskRecord,
  type Tree,
} from './tree.ts'

/** Who takes over from whom: units that merge, split or are renamed, and people who leave. */
export interface Succession {
  /** Former → successor. */
  units: Record<string, string>
  people: Record<string, string>
  /** The heads and deputies, after it, of the units concerned: a restricted task needs one of them among those it names. */
  heads: Record<string, string[]>
  /** What is restricted goes from person to person only if the order says so. */
  withRestricted: boolean
}

/** A record that somebody else takes over, as it becomes. */
export interface Succeeded {
  id: string
  record: TaskRecord | AssignmentRecord
}

/**
 * What of a task goes to somebody else: all that is open; what has ended stays with whom it ended with. A restricted task stays
 * as it is where nobody of the lead unit would be left who is named.
 */
export function succeededIn(tree: Tree, succession: Succession): Succeeded[] {
  const task = taskOf(tree)
  if (isSettled(task)) return []
  const record = succeededTask(task.record, succession)
  if (task.record.restricted && record.namedHeadIds.length === 0) return []
  const parts = assignmentsOf(tree)
    .filter((node) => !isSettled(node))
    .map((node) => ({ node, record: succeededAssignment(node.record, task.record, succession) }))
  return [{ node: task, record }, ...parts]
    .filter(({ node, record }) => JSON.stringify(node.record) !== JSON.stringify(record))
    .map(({ node, record }) => ({ id: node.id, record }))
}

function succeededTask(record: TaskRecord, { units, heads, ...succession }: Succession): TaskRecord {
  const person = (id: string) => personAfter(id, record, succession)
  const leadUnitId = units[record.leadUnitId] ?? record.leadUnitId
  const namedPersonIds = [...new Set(record.namedPersonIds.map(person))]
  const headIds = heads[leadUnitId] ?? record.namedHeadIds
  return {
    ...record,
    leadUnitId,
    directingLeaderId: person(record.directingLeaderId),
    followerId: person(record.followerId),
    namedPersonIds,
    namedHeadIds: record.restricted ? namedPersonIds.filter((id) => headIds.includes(id)) : record.namedHeadIds,
    supporters: supportersBeside(
      leadUnitId,
      record.supporters.map((supporter) => ({ ...supporter, unitId: units[supporter.unitId] ?? supporter.unitId })),
    ),
  }
}

/** Each unit once, and none that leads. */
export function supportersBeside(leadUnitId: string, supporters: Supporter[]): Supporter[] {
  return supporters.filter(
    ({ unitId }, index) => unitId !== leadUnitId && supporters.findIndex((other) => other.unitId === unitId) === index,
  )
}

function succeededAssignment(record: AssignmentRecord, task: TaskRecord, succession: Succession): AssignmentRecord {
  return { ...record, holder: holderAfter(record.holder, task, succession) }
}

function holderAfter(holder: Holder, task: TaskRecord, succession: Succession): Holder {
  if ('unitId' in holder) return { unitId: succession.units[holder.unitId] ?? holder.unitId }
  return { personId: personAfter(holder.personId, task, succession) }
}

function personAfter(
  id: string,
  { restricted }: TaskRecord,
  { people, withRestricted }: Pick<Succession, 'people' | 'withRestricted'>,
): string {
  return restricted && !withRestricted ? id : (people[id] ?? id)
}
