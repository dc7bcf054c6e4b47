import { postIn, type Actor } from '#workflows/actor.ts'

/**
 * What an administrator's post gives, and nobody else has. It opens accounts, the staff list and the audit log, never content:
 * no policy of directives, tasks or documents knows the post.
 */
export type OrganisationAct =
  | 'seeOrganisation'
  | 'changeUnits'
  | 'changePeople'
  | 'changePosts'
  | 'changeCharges'
  | 'importPeople'
  | 'manageAccounts'
  | 'readAudit'
  | 'seeGrants'
  | 'changeSignInRules'
  | 'enterAbsences'
  | 'orderHandovers'
  | 'changeCalendar'
  | 'changeReminders'
  | 'changeNotices'
  | 'operate'

/** A key of the `errors` catalogue: the reason in words. */
export type OrganisationRefusal = 'adminOnly' | 'otherOrgan' | 'ownAccount' | 'ownAdminPost' | 'ownGrant'

export interface OrganisationRequest {
  act: OrganisationAct
  /** The organ of the unit or person acted on, if the act has one. */
  organId?: string
}

export function refusalOf(actor: Actor, { organId }: OrganisationRequest): OrganisationRefusal | null {
  if (!postIn(actor, 'ADMIN')) return 'adminOnly'
  if (organId !== undefined && organId !== actor.organId) return 'otherOrgan'
  return null
}

/** Locking oneself out helps nobody, and nobody hands out their own sign-in code. */
export function refusalOfAccountAct(actor: Actor, personId: string): OrganisationRefusal | null {
  return actor.personId === personId ? 'ownAccount' : null
}

/** An administrator leaves by another administrator's hand, so that the organ is never left without one by mistake. */
export function refusalOfEndingPost(actor: Actor, postId: string): OrganisationRefusal | null {
  const isOwnAdminPost = actor.posts.some((post) => post.id === postId && post.role === 'ADMIN')
  return isOwnAdminPost ? 'ownAdminPost' : null
}

/** What one administrator granted, another one sees: with one pair of eyes it would have told nobody. */
export function refusalOfSeeingGrant(actor: Actor, grant: { grantedById: string }): OrganisationRefusal | null {
  return actor.personId === grant.grantedById ? 'ownGrant' : null
}
