import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportTasks } from '#app/directives/export-tasks.server.ts'
import { taskFiltersFrom } from '#app/directives/task-filters.ts'
import { localeOf } from '#app/i18n/locale.ts'
import { now } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'

/** The list of tasks as filtered, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, principals } = await requireSignedIn(request)
  const filters = taskFiltersFrom(new URL(request.url))
  return exportTasks({ filters, by: actor, principals, locale: localeOf(request), at: now() })
}
