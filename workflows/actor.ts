/** The person who acts, as the machines and policies know them: no more than what decides a right. */
export interface Actor extends Officeholder {
  /** The absent persons whose substitute they are on the day of the act, each in the posts the substitution covers. */
  standsInFor: Officeholder[]
}

export interface Officeholder {
  personId: string
  organId: string
  /** The posts held on the day of the act. */
  posts: ActorPost[]
  /** The units this person is in charge of as a leader, on the day of the act. */
  chargeUnitIds: string[]
}

export interface ActorPost {
  id: string
  role: PostRole
  unitId: string | null
  /** For an ASSISTANT: the leader whose decisions they enter. */
  assistsPersonId: string | null
  /** Of a head or deputy: the units that went up in this one. What those ended with stays open to it. */
  formerUnitIds?: string[]
}

export type PostRole =
  'OFFICER' | 'UNIT_HEAD' | 'DEPUTY_HEAD' | 'LEADER' | 'ASSISTANT' | 'REGISTRY' | 'SECRETARIAT' | 'LEGAL' | 'ADMIN'

/**
 * Who may hold a work item or see a subject: a person, a unit (its head and deputies), a duty in an organ, or the assistants
 * of a leader. Of a restricted task a person by name, whom no substitute stands in for. One text, so that a list asks one index
 * with one array.
 */
export type Principal =
  `person:${string}` | `named:${string}` | `unit:${string}` | `duty:${string}:${PostRole}` | `assistants:${string}`

export function personPrincipal(personId: string): Principal {
  return `person:${personId}`
}

export function namedPrincipal(personId: string): Principal {
  return `named:${personId}`
}

export function unitPrincipal(unitId: string): Principal {
  return `unit:${unitId}`
}

export function dutyPrincipal(organId: string, role: PostRole): Principal {
  return `duty:${organId}:${role}`
}

export function assistantsPrincipal(leaderId: string): Principal {
  return `assistants:${leaderId}`
}

/** The post, if any, by which the person heads the unit, or the one it went up in, or is a deputy of its head. */
export function headPost(actor: Officeholder, unitId: string): ActorPost | undefined {
  return actor.posts.find(
    (post) => isHeadRole(post.role) && (post.unitId === unitId || post.formerUnitIds?.includes(unitId)),
  )
}

export function postIn(actor: Officeholder, role: PostRole): ActorPost | undefined {
  return actor.posts.find((post) => post.role === role)
}

function isHeadRole(role: PostRole): boolean {
  return role === 'UNIT_HEAD' || role === 'DEPUTY_HEAD'
}

/**
 * Under whose names somebody may act: first their own, then those of the absent. A restricted task is for those it names
 * alone, and whoever works here no longer stands in for nobody.
 */
export function namesOf(actor: Actor, { restricted }: { restricted: boolean }): Officeholder[] {
  return restricted || !worksHere(actor) ? [actor] : [actor, ...actor.standsInFor]
}

/**
 * Every principal the person stands for, the absent ones included. An administrator's post opens no content: whoever holds no
 * other today, or none at all any more, stands for nobody, not even under their own name.
 */
export function principalsOf(actor: Actor): Principal[] {
  if (!worksHere(actor)) return []
  const principals = namesOf(actor, { restricted: false }).flatMap(principalsInPosts)
  return [...new Set([namedPrincipal(actor.personId), ...principals])]
}

function worksHere({ posts }: Officeholder): boolean {
  return posts.some((post) => post.role !== 'ADMIN')
}

function principalsInPosts({ personId, organId, posts }: Officeholder): Principal[] {
  const principals: Principal[] = [personPrincipal(personId)]
  for (const post of posts) {
    if (post.unitId && isHeadRole(post.role)) {
      principals.push(unitPrincipal(post.unitId), ...(post.formerUnitIds ?? []).map(unitPrincipal))
    }
    if (post.role === 'LEADER' || post.role === 'SECRETARIAT' || post.role === 'REGISTRY') {
      principals.push(dutyPrincipal(organId, post.role))
    }
    if (post.role === 'ASSISTANT' && post.assistsPersonId) principals.push(assistantsPrincipal(post.assistsPersonId))
  }
  return principals
}
