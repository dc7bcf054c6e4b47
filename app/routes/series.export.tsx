import type { LoaderFunctionArgs } from '@remix-run/node'
import { localeOf } from '#app/i18n/locale.ts'
import { now } from '#app/platform/clock.server.ts'
import { exportSeries } from '#app/series/export-series.server.ts'
import { seriesFiltersFrom } from '#app/series/series-filters.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'

/** The list of recurring duties as filtered, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, principals } = await requireSignedIn(request)
  const filters = seriesFiltersFrom(new URL(request.url))
  return exportSeries({ filters, by: actor, principals, locale: localeOf(request), at: now() })
}
