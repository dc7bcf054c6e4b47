import { type Actor, namesOf, postIn, type PostRole } from '#workflows/actor.ts'

/**
 * Whether somebody holds such a post, or stands in today for who does. What work is offered asks this; the administration, an account
 * and its saved views ask the person's own posts.
 */
export function worksAs(actor: Actor, ...roles: PostRole[]): boolean {
  return namesOf(actor, { restricted: false }).some((as) => roles.some((role) => postIn(as, role)))
}
