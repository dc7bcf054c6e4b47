import type { Actor } from '#workflows/actor.ts'
import { Refused } from '#app/platform/errors.ts'
import { refusalOf, type OrganisationRequest } from './policy.ts'

/** Who acts, from where and when: what every use case of an administrator is given beside its own matter. */
export interface AdministratorAct {
  by: Actor
  address: string | null
  at: Date
}

/** @throws Refused with the reason, when the policy does not let this person do it. */
export function requireAdministrator(by: Actor, request: OrganisationRequest): void {
  refuse(refusalOf(by, request))
}

export function refuse(refusal: string | null): void {
  if (refusal) throw new Refused(`organisation:errors.${refusal}`)
}
