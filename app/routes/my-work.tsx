import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countMyWork } from '#app/directives/my-work.server.ts'
import { isCounted, workTabs } from '#app/directives/work-tabs.ts'
import { useT } from '#app/i18n/use-t.ts'
import { hasWork } from '#app/menu/read-menu.server.ts'
import { now, officeTime } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:noPostToday.title') }

/** Where everyone begins: the first tab with something in it, or administration for whoever has no other post. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, principals, organ } = await requireSignedIn(request)
  if (actor.posts.length === 0) return { organ: organ.name }
  if (!hasWork(actor)) throw redirect('/admin')
  const { today, hour } = officeTime(now())
  const counts = await countMyWork(principals, today, hour)
  const first = workTabs.filter(isCounted).find((tab) => counts[tab] > 0)
  throw redirect(`/my-work/${first ?? 'receipt'}`)
}

/** For whoever holds no post today: they see no work, and are told why and whom to ask. */
export default function NoPostToday() {
  const t = useT()
  const { organ } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('organisation:noPostToday.title')} />
      <div className="max-w-prose space-y-3">
        <p>{t('organisation:noPostToday.why', { organ })}</p>
        <p>{t('organisation:noPostToday.whomToAsk')}</p>
      </div>
    </>
  )
}
