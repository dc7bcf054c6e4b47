import { now, officeDay } from '#app/platform/clock.server.ts'
import { keptFields } from '#app/sign-in/kept-form.server.ts'
import { requireAdministratorHere } from './administrator.server.ts'
import { findPerson } from './person.server.ts'
import { requiredId } from './required-id.server.ts'

/** What the loader of a form about one person needs: the person, the day, and what was typed before the session ended. */
export async function readPersonForm(request: Request, personId: string | undefined) {
  const signedIn = await requireAdministratorHere(request)
  const at = now()
  const today = officeDay(at)
  const organId = signedIn.organ.id
  const person = await findPerson({ personId: requiredId(personId), organId, at, today })
  return { person, organId, readerId: signedIn.person.id, today, kept: await keptFields(request, signedIn) }
}
