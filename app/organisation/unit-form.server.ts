import { now, officeDay } from '#app/platform/clock.server.ts'
import { keptFields } from '#app/sign-in/kept-form.server.ts'
import { requireAdministratorHere } from './administrator.server.ts'
import { oneOf } from './one-of.server.ts'
import { listUnits } from './units.server.ts'

/** What the loader of a form about one unit needs; the other units may follow it. */
export async function readUnitForm(request: Request, unitId: string | undefined) {
  const signedIn = await requireAdministratorHere(request)
  const today = officeDay(now())
  const units = await listUnits(signedIn.organ.id, today)
  const unit = oneOf(units, unitId)
  const others = units.filter(({ id, phase }) => id !== unit.id && phase !== 'past')
  return { unit, others, today, kept: await keptFields(request, signedIn) }
}
