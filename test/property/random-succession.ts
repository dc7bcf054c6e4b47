import type { Succession } from '#workflows/succession.ts'
import type { Tree } from '#workflows/tree.ts'
import type { Dice } from './dice.ts'
import { assignmentsIn, taskIn } from './plain-tree.ts'
import { hasPost, headsOf, type Office, worksHere } from './random-office.ts'

/** An order as the office may give it: units of the task, or others, go up in another; people leave, a leader to a leader and a follower to the secretariat. */
export function randomSuccession(dice: Dice, office: Office, tree: Tree): Succession {
  const task = taskIn(tree).record
  const holders = assignmentsIn(tree).map(({ record }) => record.holder)
  const concerned = holders.flatMap((holder) => ('unitId' in holder ? holder.unitId : []))
  const units: Succession['units'] = {}
  const people: Succession['people'] = {}
  if (dice.chance(0.7)) {
    const successor = dice.oneOf(office.unitIds)
    for (const unitId of dice.shuffled([...new Set([...concerned, task.leadUnitId, ...office.unitIds])]).slice(0, 2)) {
      if (unitId !== successor) units[unitId] = successor
    }
  }
  if (dice.chance(0.6)) {
    const persons = holders.flatMap((holder) => ('personId' in holder ? holder.personId : []))
    const former = dice.oneOf([task.directingLeaderId, task.followerId, ...task.namedPersonIds, ...persons])
    const successors = office.people.filter(
      (person) =>
        worksHere(person) &&
        (former !== task.directingLeaderId || hasPost(person, 'LEADER')) &&
        (former !== task.followerId || hasPost(person, 'SECRETARIAT')),
    )
    if (successors.length > 0) people[former] = dice.oneOf(successors).personId
  }
  const heads = Object.fromEntries(
    office.unitIds.map((unitId) => [unitId, headsOf(office, unitId).map(({ personId }) => personId)]),
  )
  return { units, people, heads, withRestricted: dice.chance(0.5) }
}
