import type { PostRole } from '#workflows/actor.ts'
import { overlap, type Validity } from '#app/organisation/validity.ts'
import type { AbsenceInput, Period } from './forms.ts'

export interface LastingPost extends Validity {
  id: string
  role: PostRole
}

/** A key of the catalogue: why this substitute cannot be named. */
type SubstituteRefusal =
  | 'ownSubstitution'
  | 'sameOfAdministrator'
  | 'nothingCovered'
  | 'substituteHoldsNoPost'
  | 'substituteHasNoAccount'
  | 'substituteIsNoLeader'

interface Naming {
  absentId: string
  /** Who enters it: the absent person, or an administrator for them. */
  enteredById: string
  /** The posts of the absent person within the scope, whenever they last. */
  posts: LastingPost[]
  substitute: { id: string; posts: LastingPost[]; hasAccount: boolean }
  period: Period
}

/**
 * A substitute has a post of their own, for who works nowhere answers for nothing; and of a leader's work another leader's, for what a
 * leader decides is not decided by those who carry it out.
 */
export function refusalOfNaming({
  absentId,
  enteredById,
  posts,
  substitute,
  period,
}: Naming): SubstituteRefusal | null {
  if (substitute.id === absentId) return 'ownSubstitution'
  // An administrator reads no content, and must not open it to themselves.
  if (enteredById !== absentId && enteredById === substitute.id) return 'sameOfAdministrator'
  const covered = coveredPosts(posts, period)
  if (covered.length === 0) return 'nothingCovered'
  const holdsThroughout = (may: (role: PostRole) => boolean) =>
    substitute.posts.some((post) => may(post.role) && isThere(post, period.fromDay) && isThere(post, period.toDay))
  if (!holdsThroughout((role) => role !== 'ADMIN')) return 'substituteHoldsNoPost'
  if (covered.some(({ role }) => role === 'LEADER') && !holdsThroughout((role) => role === 'LEADER')) {
    return 'substituteIsNoLeader'
  }
  return substitute.hasAccount ? null : 'substituteHasNoAccount'
}

/** Of the posts in the scope, those the substitute then acts in. */
export function coveredPosts(posts: LastingPost[], period: Period): LastingPost[] {
  const days = validityOf(period)
  return posts.filter((post) => isCovered(post.role) && overlap(post, days))
}

/** Keeping accounts is nobody else's, and an assistant writes for one leader alone. */
export function isCovered(role: PostRole): boolean {
  return role !== 'ADMIN' && role !== 'ASSISTANT'
}

/** Whether two absences of one person would give a post two substitutes on the same day. */
export function collide(one: Scoped, other: Scoped): boolean {
  const isOfOnePost = one.postId === null || other.postId === null || one.postId === other.postId
  return isOfOnePost && overlap(validityOf(one), validityOf(other))
}

/** Whether both name the same substitute for the same days and posts. */
export function isSame(one: AbsenceInput, other: AbsenceInput): boolean {
  const keys = ['substituteId', 'postId', 'fromDay', 'toDay'] as const
  return keys.every((key) => one[key] === other[key])
}

interface Scoped extends Period {
  postId: string | null
}

function validityOf({ fromDay, toDay }: Period): Validity {
  return { validFrom: fromDay, validTo: toDay }
}

function isThere({ validFrom, validTo }: Validity, day: string): boolean {
  return validFrom <= day && (validTo === null || day <= validTo)
}
