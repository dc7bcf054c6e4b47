import type { PostRole } from '#workflows/actor.ts'

/** Roles by which somebody reads what concerns many units, or all of them: `audienceOf` in workflows/audience.ts. */
const OPENING_ROLES: readonly PostRole[] = ['LEADER', 'SECRETARIAT', 'ASSISTANT']

export function opensContent(role: PostRole): boolean {
  return OPENING_ROLES.includes(role)
}
