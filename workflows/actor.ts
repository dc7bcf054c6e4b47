/** The person who acts, as the machines and policies know them: no more than what decides a right. */
export interface Actor {
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
}

export type PostRole =
  'OFFICER' | 'UNIT_HEAD' | 'DEPUTY_HEAD' | 'LEADER' | 'ASSISTANT' | 'REGISTRY' | 'SECRETARIAT' | 'LEGAL' | 'ADMIN'

/**
 * Who may hold a work item or see a subject: a person, a unit (its head and deputies), a duty in an organ, or the assistants
 * of a leader. One text, so that a list asks one index with one array.
 */
export type Principal = `person:${string}` | `unit:${string}` | `duty:${string}:${PostRole}` | `assistants:${string}`

export function personPrincipal(personId: string): Principal {
  return `person:${personId}`
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

/** The post, if any, by which the person heads the unit or is a deputy of its head. */
export function headPost(actor: Actor, unitId: string): ActorPost | undefined {
  return actor.posts.find((post) => post.unitId === unitId && isHeadRole(post.role))
}

export function postIn(actor: Actor, role: PostRole): ActorPost | undefined {
  return actor.posts.find((post) => post.role === role)
}

function isHeadRole(role: PostRole): boolean {
  return role === 'UNIT_HEAD' || role === 'DEPUTY_HEAD'
}

/**
 * Every principal the person stands for. An administrator's post opens no content: whoever holds no other today, or none at
 * all any more, stands for nobody, not even under their own name.
 */
export function principalsOf(actor: Actor): Principal[] {
  if (actor.posts.every((post) => post.role === 'ADMIN')) return []
  const principals: Principal[] = [personPrincipal(actor.personId)]
  for (const post of actor.posts) {
    if (post.unitId && isHeadRole(post.role)) principals.push(unitPrincipal(post.unitId))
    if (post.role === 'LEADER' || post.role === 'SECRETARIAT' || post.role === 'REGISTRY') {
      principals.push(dutyPrincipal(actor.organId, post.role))
    }
    if (post.role === 'ASSISTANT' && post.assistsPersonId) principals.push(assistantsPrincipal(post.assistsPersonId))
  }
  return [...new Set(principals)]
}
