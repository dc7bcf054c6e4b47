import type { LoaderFunctionArgs } from '@remix-run/node'
import { readFilterChoices } from '#app/directives/choices.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'

/** The units of the organ, for pickers that fetch them. They change some times a year, so the browser keeps them a while. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requireSignedIn(request)
  const { units } = await readFilterChoices(person.organId, officeDay(now()))
  return Response.json(units, { headers: { 'cache-control': 'private, max-age=300', vary: 'Cookie' } })
}
