import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportStalls } from '#app/absences/stalls/export-stalls.server.ts'
import { periodFrom } from '#app/absences/stalls/period.ts'
import { localeOf } from '#app/i18n/locale.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'

/** What stalls while somebody is away, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  const at = now()
  const period = periodFrom(new URL(request.url), officeDay(at))
  return exportStalls({ personId: requiredId(params.personId), by: actor, period, locale: localeOf(request), at })
}
