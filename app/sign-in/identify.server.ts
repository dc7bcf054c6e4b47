import { redirect } from '@remix-run/node'
import { principalsOf, type Actor, type Principal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { oncePerRequest } from '#app/platform/request-scope.server.ts'
import { refuseWrites, writeAnyway } from '#app/platform/write-guard.server.ts'
import { type ReadOnlyMode, readOnlyModeFrom, refusalOfWriting } from '#app/read-only/read-only-mode.server.ts'
import { keepForm } from './kept-form.server.ts'
import { readSession, type SessionRow } from './read-session.server.ts'
import { pathThrough } from './return-path.ts'
import { mustHaveSecondFactor } from './second-factor-rules.ts'
import { sessionTokenOf } from './session-cookie.server.ts'
import { actorFrom } from './rights-sql.server.ts'
import { isFresh, isRenewalDue, sessionEnd } from './session-lifetime.ts'

/** The person behind a request, with the rights of this day. */
export interface SignedIn {
  loginId: string
  sessionId: string
  /** They came in by a one-time code and have no password of their own yet. */
  mustSetPassword: boolean
  /** When they last proved who they are in this session. */
  provedAt: Date
  hasSecondFactor: boolean
  /** An administrator took the second factor away, and they have not been told yet. */
  secondFactorWasReset: boolean
  /** A post they hold, or stand in for today, asks for a second factor. */
  needsSecondFactor: boolean
  person: { id: string; fullName: string; organId: string }
  organ: { id: string; name: string; abbreviation: string }
  actor: Actor
  principals: Principal[]
  /** While it is on, nothing is written for them: see `identify`. */
  readOnly: ReadOnlyMode | null
  /** For whom they act today as their substitute. */
  substitutions: Substitution[]
}

export interface Substitution {
  personId: string
  absent: string
  /** The titles of the posts they stand in for. */
  titles: string
  until: Day
}

/**
 * Null when nobody is signed in, the session has ended or the account is locked. Asked once a request. In an action it also finds
 * out whether the system is read-only, and refuses what the action would write.
 */
export async function identify(request: Request): Promise<SignedIn | null> {
  const token = sessionTokenOf(request)
  if (!token) return null
  const signedIn = await oncePerRequest(`session:${token}`, () => signedInBy(token))
  if (signedIn?.readOnly) refuseWrites(refusalOfWriting(signedIn.readOnly))
  return signedIn
}

/**
 * For every page and act behind the sign-in. Without a session it throws the way to the sign-in page and back; what an
 * action was sent is kept for after it, so call this before reading the form.
 */
export async function requireSignedIn(request: Request): Promise<SignedIn> {
  const signedIn = await identify(request)
  if (!signedIn) throw await wayThrough(request, '/sign-in')
  if (signedIn.mustSetPassword) throw redirect('/sign-in/new-password')
  if (signedIn.secondFactorWasReset) throw await wayThrough(request, '/sign-in/second-factor-reset')
  if (signedIn.needsSecondFactor && !signedIn.hasSecondFactor) throw await wayThrough(request, '/sign-in/enrol')
  return signedIn
}

/**
 * For acts that hand out rights (posts, charges, naming a substitute): whoever has not proved who they are for a quarter of
 * an hour does it again, and what they typed is kept through it. Call this before reading the form.
 */
export async function requireFreshSignIn(request: Request): Promise<SignedIn> {
  const signedIn = await requireSignedIn(request)
  if (!isFresh(signedIn.provedAt, now())) throw await wayThrough(request, '/sign-in/again')
  return signedIn
}

/** The way to a page that comes first, and back; what an action was sent is kept for after it. */
async function wayThrough(request: Request, page: string): Promise<Response> {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (!isRead) {
    const kept = await writeAnyway(() => keepForm(request))
    if (kept) {
      const headers: HeadersInit = kept.cookie ? { 'set-cookie': kept.cookie } : {}
      return redirect(pathThrough(page, kept.returnTo), { headers })
    }
  }
  const { pathname, search } = new URL(request.url)
  return redirect(pathThrough(page, isRead ? `${pathname}${search}` : pathname))
}

async function signedInBy(token: string): Promise<SignedIn | null> {
  const at = now()
  const session = await readSession({ token, at, today: officeDay(at) })
  if (!session) return null
  if (isRenewalDue(session.renewedAt, at)) await renew(session.sessionId, at)
  return signedInFrom(session)
}

async function renew(sessionId: string, at: Date): Promise<void> {
  // A session ended in this very moment stays ended.
  await db.loginSession.updateMany({
    where: { id: sessionId, expiresAt: { gt: at } },
    data: { expiresAt: sessionEnd(at), updatedAt: at },
  })
}

function signedInFrom(session: SessionRow): SignedIn {
  const { personId, organId } = session
  const actor = actorFrom(session)
  const principals = principalsOf(actor)
  return {
    loginId: session.loginId,
    sessionId: session.sessionId,
    mustSetPassword: session.mustSetPassword,
    provedAt: session.provedAt,
    hasSecondFactor: session.hasSecondFactor,
    secondFactorWasReset: session.secondFactorResetAt !== null,
    needsSecondFactor: mustHaveSecondFactor(
      [actor, ...actor.standsInFor].flatMap(({ posts }) => posts),
      session.secondFactorRoles,
    ),
    person: { id: personId, fullName: session.fullName, organId },
    organ: { id: organId, name: session.organName, abbreviation: session.organAbbreviation },
    actor,
    principals,
    readOnly: readOnlyModeFrom(session.readOnly),
    // Whoever stands for nobody, not even for themself, acts for nobody else.
    substitutions: principals.length === 0 ? [] : session.standsInFor.map(substitutionOf),
  }
}

function substitutionOf({ personId, fullName, titles, until }: SessionRow['standsInFor'][number]): Substitution {
  return { personId, absent: fullName, titles, until }
}
