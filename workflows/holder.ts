import { namedPrincipal, personPrincipal, type Principal, unitPrincipal } from './actor.ts'
import type { Holder, TaskRecord } from './tree.ts'

/** The holder as one text, to compare. */
export function holderKey(holder: Holder): Principal {
  return 'unitId' in holder ? unitPrincipal(holder.unitId) : personPrincipal(holder.personId)
}

/**
 * Whose inbox the holder's obligations lie in. A unit is its head and deputies; of a restricted task only those of the lead
 * unit who are named, for the others must not learn that it exists, nor a unit that had it before it was restricted.
 */
export function inboxesOf(holder: Holder, task: TaskRecord): Principal[] {
  if ('personId' in holder) return [inboxOf(holder.personId, task)]
  if (!task.restricted) return [unitPrincipal(holder.unitId)]
  return holder.unitId === task.leadUnitId ? task.namedHeadIds.map(namedPrincipal) : []
}

/** A person's own inbox: of a restricted task no substitute looks into it. */
export function inboxOf(personId: string, { restricted }: TaskRecord): Principal {
  return restricted ? namedPrincipal(personId) : personPrincipal(personId)
}
