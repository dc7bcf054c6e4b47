import type { LoaderFunctionArgs } from '@remix-run/node'
import { readKnownDaysOff } from '#app/due-days/known-days-off.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'

/** The coming days off, for forms in which a due day is chosen. They change some times a year, so the browser keeps them a while. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requireSignedIn(request)
  const known = await readKnownDaysOff(person.organId, officeDay(now()))
  return Response.json(known, { headers: { 'cache-control': 'private, max-age=300', vary: 'Cookie' } })
}
