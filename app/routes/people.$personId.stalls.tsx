import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { periodFrom, stallsPath } from '#app/absences/stalls/period.ts'
import { readStalls } from '#app/absences/stalls/read-stalls.server.ts'
import { StallTable } from '#app/absences/stalls/stall-table.tsx'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { isOwn, fullName }) => (isOwn ? t('stalls:title') : t('stalls:titleOf', { name: fullName })),
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  const personId = requiredId(params.personId)
  const today = officeDay(now())
  const period = periodFrom(new URL(request.url), today)
  const stalls = await readStalls({ personId, by: actor, period, today })
  return { ...stalls, personId, period, isOwn: personId === actor.personId }
}

export default function StallsPage() {
  const t = useT()
  const { personId, isOwn, fullName, period, lines, answered, lookedAt, isCapped } = useLoaderData<typeof loader>()
  const title = isOwn ? t('stalls:title') : t('stalls:titleOf', { name: fullName })
  const { fromDay, toDay } = period
  return (
    <>
      <PageHeader
        title={title}
        above={
          isOwn && (
            <Link to="/account/absences" className="link">
              {t('absences:title')}
            </Link>
          )
        }
        acts={
          <>
            {isOwn && lines.length > 0 && (
              <LinkButton to="/account/absences/new">{t('stalls:nameSubstitute')}</LinkButton>
            )}
            <a href={stallsPath(personId, '.csv', period)} className="link self-center">
              {t('stalls:export')}
            </a>
          </>
        }
      />
      <FilterBar label={t('stalls:period')}>
        <DayField field={unboundField('from', fromDay)} label={t('stalls:from')} />
        <DayField field={unboundField('to', toDay)} label={t('stalls:to')} />
      </FilterBar>
      <p className="mb-1 font-medium" role="status">
        {t('stalls:count', {
          from: formatDay(fromDay),
          to: formatDay(toDay),
          stalling: formatNumber(lines.length),
          answered: formatNumber(answered),
        })}{' '}
        {isCapped && t('stalls:capped', { most: formatNumber(lookedAt) })}
      </p>
      <p className="mb-4 max-w-prose text-sm text-muted">{t('stalls:how')}</p>
      {lines.length === 0 ? <EmptyState>{t('stalls:none')}</EmptyState> : <StallTable lines={lines} caption={title} />}
    </>
  )
}
