import { clientAddress } from '#app/platform/client-address.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { requireFreshSignIn, requireSignedIn, type SignedIn } from '#app/sign-in/identify.server.ts'
import { keptFields } from '#app/sign-in/kept-form.server.ts'
import { readAbsenceChoices } from './absence-choices.server.ts'
import { type AbsenceLists, listAbsences } from './absence-list.server.ts'
import type { AbsenceAct } from './name-substitute.server.ts'
import { isCovered } from './policy.ts'
import { tellAbsences } from './tell-absences.server.ts'

/** The reader's own absences, and those in which they act. */
export async function readOwnAbsences(
  request: Request,
): Promise<{ personId: string; lists: AbsenceLists; mayName: boolean }> {
  const { person, actor } = await requireSignedIn(request)
  const lists = await listAbsences({ personId: person.id, today: officeDay(now()) })
  return { personId: person.id, lists, mayName: actor.posts.some(({ role }) => isCovered(role)) }
}

/** What the form offers, and what was typed in it before a fresh sign-in. */
export async function readOwnAbsenceForm(request: Request) {
  const signedIn = await requireSignedIn(request)
  const today = officeDay(now())
  const { id: personId, organId } = signedIn.person
  const { posts, substitutes } = await readAbsenceChoices({ personId, organId, today })
  const choices = { posts, substitutes: await tellAbsences(substitutes, { request, organId }) }
  return { choices, today, kept: await keptFields(request, signedIn) }
}

/** Handing on one's own rights asks for a fresh proof of who one is. Call this before reading the form. */
export async function ownNaming(request: Request): Promise<AbsenceAct> {
  return actOf(request, await requireFreshSignIn(request))
}

export async function ownEnding(request: Request): Promise<AbsenceAct> {
  return actOf(request, await requireSignedIn(request))
}

function actOf(request: Request, { actor }: SignedIn): AbsenceAct {
  return { by: actor, address: clientAddress(request), at: now(), personId: actor.personId }
}
