import type { Actor } from '#workflows/actor.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import { refusalOf, type OrganisationRequest } from './policy.ts'

/** Who acts, from where and when: what every use case of an administrator is given beside its own matter. */
export interface AdministratorAct {
  by: Actor
  address: string | null
  at: Date
}

/** @throws Refused with the reason; NotFound where even the existence is another organ's own matter. */
export function requireAdministrator(by: Actor, request: OrganisationRequest): void {
  const refusal = refusalOf(by, request)
  if (refusal === 'otherOrgan') throw new NotFound()
  refuse(refusal)
}

export function refuse(refusal: string | null): void {
  if (refusal) throw new Refused(`organisation:errors.${refusal}`)
}
