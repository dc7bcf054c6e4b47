import { clientAddress } from '#app/platform/client-address.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { requireFreshSignIn, requireSignedIn, type SignedIn } from '#app/sign-in/identify.server.ts'
import { requireAdministrator, type AdministratorAct } from './administrator-act.ts'
import type { OrganisationAct } from './policy.ts'

/** For every page of administration. @throws Refused for everybody without the post. */
export async function requireAdministratorHere(
  request: Request,
  act: OrganisationAct = 'seeOrganisation',
): Promise<SignedIn> {
  const signedIn = await requireSignedIn(request)
  requireAdministrator(signedIn.actor, { act })
  return signedIn
}

/** An act of the administrator, from this request. The use case asks the policy again, about what is acted on. */
export async function administratorAct(request: Request): Promise<AdministratorAct> {
  const { actor } = await requireAdministratorHere(request)
  return { by: actor, address: clientAddress(request), at: now() }
}

/** An act that gives rights to somebody (a post, a charge): the administrator proves again who they are, if long ago. */
export async function grantingAct(request: Request): Promise<AdministratorAct> {
  const act = await administratorAct(request)
  await requireFreshSignIn(request)
  return act
}
