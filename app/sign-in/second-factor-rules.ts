import type { PostRole } from '#workflows/actor.ts'

/** The setting of an organ, by its id behind the colon: the roles whose holders need a second factor. */
export const SECOND_FACTOR_ROLES = 'secondFactorRoles:'

/** A post counts on the days it is held, like everything else it brings. */
export function mustHaveSecondFactor(posts: { role: PostRole }[], roles: PostRole[]): boolean {
  return posts.some(({ role }) => roles.includes(role))
}
