import type { AssignmentRecord, Holder, TaskRecord } from './tree.ts'

/** Who takes over from whom: units that merge, split or are renamed, and people who leave. Former → successor. */
export interface Succession {
  units: Record<string, string>
  people: Record<string, string>
  /** The heads and deputies of the succeeding units: of a restricted task those of them who are named have it in their inbox. */
  headIds: string[]
  /** What is restricted goes by name from person to person only if the order says so. */
  withRestricted: boolean
}

/** The task with everybody succeeded by whom the order names; what is not named stays. */
export function succeededTask(record: TaskRecord, succession: Succession): TaskRecord {
  const unit = (id: string) => succession.units[id] ?? id
  const person = (id: string) => personAfter(id, record, succession)
  const leadUnitId = unit(record.leadUnitId)
  const namedPersonIds = [...new Set(record.namedPersonIds.map(person))]
  return {
    ...record,
    leadUnitId,
    directingLeaderId: person(record.directingLeaderId),
    followerId: person(record.followerId),
    namedPersonIds,
    namedHeadIds:
      leadUnitId === record.leadUnitId
        ? [...new Set(record.namedHeadIds.map(person))]
        : namedPersonIds.filter((id) => succession.headIds.includes(id)),
    supporters: record.supporters
      .map((supporter) => ({ ...supporter, unitId: unit(supporter.unitId) }))
      // Two supporting units that merge are named once.
      .filter(({ unitId }, index, all) => all.findIndex((other) => other.unitId === unitId) === index),
  }
}

export function succeededAssignment(
  record: AssignmentRecord,
  task: TaskRecord,
  succession: Succession,
): AssignmentRecord {
  return { ...record, holder: holderAfter(record.holder, task, succession) }
}

function holderAfter(holder: Holder, task: TaskRecord, succession: Succession): Holder {
  if ('unitId' in holder) return { unitId: succession.units[holder.unitId] ?? holder.unitId }
  return { personId: personAfter(holder.personId, task, succession) }
}

function personAfter(id: string, { restricted }: TaskRecord, { people, withRestricted }: Succession): string {
  return restricted && !withRestricted ? id : (people[id] ?? id)
}
