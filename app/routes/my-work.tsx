import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { countMyWork } from '#app/directives/my-work.server.ts'
import { isCounted, workTabs } from '#app/directives/work-tabs.ts'
import { hasWork } from '#app/menu/read-menu.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'

/** Where everyone begins: the first tab with something in it, or administration for whoever has no other post. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, principals } = await requireSignedIn(request)
  if (!hasWork(actor)) return redirect('/admin')
  const counts = await countMyWork(principals, officeDay(now()))
  const first = workTabs.filter(isCounted).find((tab) => counts[tab] > 0)
  return redirect(`/my-work/${first ?? 'receipt'}`)
}
