import type { Day } from '#workflows/calendar/day.ts'
import type { Supporter, TaskRecord } from '#workflows/tree.ts'
import type { Dice } from './dice.ts'
import { hasPost, headsOf, type Office } from './random-office.ts'

/** What of a task an edited draft keeps: it is its source's, or has happened already. */
export type Kept = Pick<TaskRecord, 'enteredById' | 'sourceIsSigned' | 'isFromOutside' | 'extensions'>

/**
 * A task as the form lets it be entered: the leader is a leader, the follower is of the secretariat, a restricted one names a
 * head and has no supporters, no inner day passes the outer one and no supporter's the lead's.
 */
export function randomRecord(dice: Dice, office: Office, { today, ...kept }: Kept & { today: Day }): TaskRecord {
  const { organId, people, unitIds } = office
  const leadUnitId = dice.oneOf(unitIds)
  const restricted = dice.chance(0.25)
  const namedPersonIds = restricted ? randomNames(dice, office, leadUnitId) : []
  const dueOn = dice.chance(0.8) ? daysAfter(today, 1 + dice.below(40)) : null
  return {
    ...kept,
    extensions: dueOn ? kept.extensions : 0,
    organId,
    directingLeaderId: dice.oneOf(people.filter((person) => hasPost(person, 'LEADER'))).personId,
    leadUnitId,
    followerId: randomFollower(dice, office),
    dueOn,
    dueHour: dueOn && dice.chance(0.3) ? '15:00' : null,
    outerDueOn: kept.isFromOutside && dueOn && dice.chance(0.7) ? daysAfter(dueOn, dice.below(20)) : null,
    restricted,
    namedPersonIds,
    namedHeadIds: restricted ? namedHeads(office, leadUnitId, namedPersonIds) : [],
    supporters: restricted
      ? []
      : randomSupporters(dice, { unitIds: unitIds.filter((id) => id !== leadUnitId), dueOn, today }),
  }
}

export function randomFollower(dice: Dice, { people }: Office): string {
  return dice.oneOf(people.filter((person) => hasPost(person, 'SECRETARIAT'))).personId
}

/** Some of the units, each with a day of its own, not after the lead's. */
export function randomSupporters(
  dice: Dice,
  { unitIds, dueOn, today }: { unitIds: string[]; dueOn: Day | null; today: Day },
): Supporter[] {
  const chosen = dice.shuffled(unitIds).slice(0, dice.below(3))
  return chosen.map((unitId) => {
    const own = dueOn ? daysAfter(dueOn, -dice.below(5)) : dice.chance(0.5) ? daysAfter(today, 5) : null
    return { unitId, dueOn: own }
  })
}

export function inOrderOfUnits(supporters: Supporter[]): Supporter[] {
  return supporters.toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1))
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
