import type { PostRole } from '#workflows/actor.ts'

export const POST_ROLES = [
  'LEADER',
  'ASSISTANT',
  'UNIT_HEAD',
  'DEPUTY_HEAD',
  'OFFICER',
  'SECRETARIAT',
  'REGISTRY',
  'LEGAL',
  'ADMIN',
] as const satisfies readonly PostRole[]

/** A leader and an administrator stand in the organ as such; everybody else works in a unit. */
function needsUnit(role: PostRole): boolean {
  return role !== 'LEADER' && role !== 'ADMIN'
}

/** An assistant enters what one leader decided, and it is known which. */
function needsLeader(role: PostRole): boolean {
  return role === 'ASSISTANT'
}

export interface PostShape {
  role: PostRole
  unitId: string | null
  assistsPersonId: string | null
  validFrom: string
  validTo: string | null
}

/** A key of the `organisation` catalogue, and the field it belongs to. */
export interface PostFault {
  field: 'unitId' | 'assistsPersonId' | 'validTo'
  code: 'unitNeeded' | 'unitNotWanted' | 'leaderNeeded' | 'leaderNotWanted' | 'endsBeforeItBegins'
}

export function postFault(post: PostShape): PostFault | null {
  if (needsUnit(post.role) && !post.unitId) return { field: 'unitId', code: 'unitNeeded' }
  if (!needsUnit(post.role) && post.unitId) return { field: 'unitId', code: 'unitNotWanted' }
  if (needsLeader(post.role) && !post.assistsPersonId) return { field: 'assistsPersonId', code: 'leaderNeeded' }
  if (!needsLeader(post.role) && post.assistsPersonId) return { field: 'assistsPersonId', code: 'leaderNotWanted' }
  if (post.validTo !== null && post.validTo < post.validFrom) return { field: 'validTo', code: 'endsBeforeItBegins' }
  return null
}
