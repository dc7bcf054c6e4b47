import type { Day } from '#workflows/calendar/day.ts'
import type { TaskRecord } from '#workflows/tree.ts'
import type { Dice } from './dice.ts'
import { hasPost, headsOf, type Office } from './random-office.ts'

/** A task as the form lets it be entered: the leader is a leader, the follower is of the secretariat, a restricted one names a head. */
export function randomRecord(
  dice: Dice,
  office: Office,
  { enteredById, today, sourceIsSigned }: { enteredById: string; today: Day; sourceIsSigned: boolean },
): TaskRecord {
  const { organId, people, unitIds } = office
  const leadUnitId = dice.oneOf(unitIds)
  const restricted = dice.chance(0.3)
  const namedPersonIds = restricted ? randomNames(dice, office, leadUnitId) : []
  return {
    organId,
    directingLeaderId: dice.oneOf(people.filter((person) => hasPost(person, 'LEADER'))).personId,
    leadUnitId,
    followerId: dice.oneOf(people.filter((person) => hasPost(person, 'SECRETARIAT'))).personId,
    enteredById,
    dueOn: dice.chance(0.75) ? daysAfter(today, 20 + dice.below(60)) : null,
    restricted,
    namedPersonIds,
    namedHeadIds: restricted ? namedHeads(office, leadUnitId, namedPersonIds) : [],
    sourceIsSigned,
  }
}

export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 24 * 60 * 60_000).toISOString().slice(0, 10)
}

function randomNames(dice: Dice, office: Office, leadUnitId: string): string[] {
  const head = dice.oneOf(headsOf(office, leadUnitId))
  // Also an administrator, or somebody who has left: a name on the list alone opens nothing.
  const others = office.people.filter(() => dice.chance(0.15))
  return [...new Set([head, ...others].map(({ personId }) => personId))]
}

function namedHeads(office: Office, unitId: string, namedPersonIds: string[]): string[] {
  return headsOf(office, unitId)
    .map(({ personId }) => personId)
    .filter((personId) => namedPersonIds.includes(personId))
}
