import { worksAs } from '#app/absences/works-as.ts'
import { type Actor, namesOf, type PostRole } from '#workflows/actor.ts'

/** Posts whose work goes over all units. */
const OVER_ALL: PostRole[] = ['LEADER', 'SECRETARIAT', 'ASSISTANT']

/** Over what a board is: every unit, the units in the reader's charge, or one unit with its officers. */
export type BoardScope = { kind: 'all' } | { kind: 'charge'; leaderId: string } | { kind: 'unit'; unitId: string }

/**
 * The scopes a person may choose from, the first being theirs unless they choose; a substitute has those of the absent too, but for
 * the units in their charge, which the whole board can be filtered by. Of every scope they count only what they may see. Empty for who leads nobody and follows nothing: their own work is in My work.
 */
export function boardScopesOf(actor: Actor): BoardScope[] {
  const scopes: BoardScope[] = []
  if (actor.chargeUnitIds.length > 0) scopes.push({ kind: 'charge', leaderId: actor.personId })
  if (worksAs(actor, ...OVER_ALL)) scopes.push({ kind: 'all' })
  const headed = namesOf(actor, { restricted: false }).flatMap(({ posts }) =>
    posts.flatMap(({ role, unitId }) => ((role === 'UNIT_HEAD' || role === 'DEPUTY_HEAD') && unitId ? [unitId] : [])),
  )
  return [...scopes, ...[...new Set(headed)].map((unitId): BoardScope => ({ kind: 'unit', unitId }))]
}

/** As in the address: `all`, `charge` or the id of a unit. */
export function scopeKey(scope: BoardScope): string {
  return scope.kind === 'unit' ? scope.unitId : scope.kind
}

/** The scope asked for, if it is one of theirs, or else their first. */
export function chosenScope(scopes: BoardScope[], key: string | null): BoardScope | null {
  return scopes.find((scope) => scopeKey(scope) === key) ?? scopes[0] ?? null
}
