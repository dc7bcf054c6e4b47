import type { Day } from '#workflows/calendar/day.ts'
import type { Succession } from '#workflows/succession.ts'
import type { Supporter, TaskRecord, Tree } from '#workflows/tree.ts'
import { settledStates } from './cells.ts'
import { setDay } from './plain-days.ts'
import { giveToUnits, openParts } from './plain-parts.ts'
import { taskIn } from './plain-tree.ts'
import { inOrderOfUnits } from './random-record.ts'

/** A task as it is entered: nobody has anything of it yet. */
export function enteredPlainly(id: string, record: TaskRecord): Tree {
  const context = {
    issuedOn: null,
    stoodIn: null,
    reporterId: null,
    reporterForId: null,
    resultOn: null,
    suspendedOn: null,
    urges: 0,
    lastUrgedOn: null,
  }
  const kept = { ...record, supporters: inOrderOfUnits(record.supporters) }
  const task = { kind: 'TASK', id, parentId: null, version: 2, state: 'draft', context, record: kept } as const
  return { rootId: id, nodes: new Map([[id, task]]) }
}

/** The task of a period of a series: it is given to the units as it is entered. */
export function openedPlainly(id: string, record: TaskRecord, today: string, newIds: string[]): Tree {
  const tree = enteredPlainly(id, structuredClone(record))
  giveToUnits(tree, today, newIds)
  return tree
}

/** Who took over has whatever was open, and what ended stays; a restricted task stays where no named head would be left to it. */
export function handedOverPlainly(before: Tree, { units, people, heads, withRestricted }: Succession): Tree {
  const tree: Tree = { rootId: before.rootId, nodes: structuredClone<Tree['nodes']>(before.nodes) }
  const { state, record } = taskIn(tree)
  if (settledStates.TASK.includes(state)) return before
  const unitAfter = (id: string) => units[id] ?? id
  const personAfter = (id: string) => (record.restricted && !withRestricted ? id : (people[id] ?? id))
  const named = [...new Set(record.namedPersonIds.map(personAfter))]
  const namedHeads = named.filter((id) => heads[unitAfter(record.leadUnitId)]!.includes(id))
  if (record.restricted && namedHeads.length === 0) return before
  if (record.restricted) Object.assign(record, { namedPersonIds: named, namedHeadIds: namedHeads })
  record.leadUnitId = unitAfter(record.leadUnitId)
  record.directingLeaderId = personAfter(record.directingLeaderId)
  record.followerId = personAfter(record.followerId)
  const supporters = new Map<string, Supporter>()
  for (const { unitId, dueOn } of record.supporters) {
    const isLead = unitAfter(unitId) === record.leadUnitId
    if (!isLead && !supporters.has(unitAfter(unitId)))
      supporters.set(unitAfter(unitId), { unitId: unitAfter(unitId), dueOn })
  }
  record.supporters = inOrderOfUnits([...supporters.values()])
  for (const { record: part } of openParts(tree)) {
    const { holder } = part
    part.holder = 'unitId' in holder ? { unitId: unitAfter(holder.unitId) } : { personId: personAfter(holder.personId) }
  }
  return tree
}

/** The due day is another by the calendar, as long as it is the one it was seen to be, and nobody waits with a result. */
export function recountedPlainly(before: Tree, { from, dueOn }: { from: Day; dueOn: Day }): Tree {
  const tree: Tree = { rootId: before.rootId, nodes: structuredClone<Tree['nodes']>(before.nodes) }
  const { state, record } = taskIn(tree)
  if (!['assigned', 'inProgress', 'returned', 'suspended'].includes(state) || record.dueOn !== from) return before
  if (dueOn > from && record.outerDueOn !== null && dueOn > record.outerDueOn) return before
  setDay(tree, dueOn)
  return tree
}
