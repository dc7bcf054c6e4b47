import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readFilterChoices } from '#app/directives/choices.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { now, officeTime } from '#app/platform/clock.server.ts'
import { Refused } from '#app/platform/errors.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { Board } from '#app/tracking/board.tsx'
import { BoardFilterBar, boardPath } from '#app/tracking/board-filter-bar.tsx'
import { boardFiltersFrom } from '#app/tracking/board-filters.ts'
import { boardPageOf } from '#app/tracking/board-page.ts'
import { boardScopesOf, chosenScope, scopeKey } from '#app/tracking/board-scope.ts'
import { monthFigures } from '#app/tracking/month-figures.ts'
import { readBoard } from '#app/tracking/read-board.server.ts'
import { readMonths } from '#app/tracking/read-months.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'
import { pageFrom } from '#app/ui/paging.ts'
import { Tabs } from '#app/ui/tabs.tsx'

export const handle: PageHandle = { title: (t) => t('tracking:heading') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, principals } = await requireSignedIn(request)
  const url = new URL(request.url)
  const scopes = boardScopesOf(actor)
  const scope = chosenScope(scopes, url.searchParams.get('scope'))
  if (!scope) throw new Refused('tracking:noBoard')
  const { today, hour } = officeTime(now())
  const filters = boardFiltersFrom(url, today)
  const question = { filters, scope, principals, today, hour }
  const [rows, months, choices] = await Promise.all([
    readBoard(question),
    readMonths(question),
    readFilterChoices(actor.organId, today, {}, { withUnits: scopes.some(({ kind }) => kind === 'unit') }),
  ])
  return {
    filters,
    scope,
    scopes,
    ...boardPageOf(rows, pageFrom(url)),
    months: monthFigures(months, today),
    choices,
    today,
  }
}

export default function Tracking() {
  const t = useT()
  const { scopes, choices, ...board } = useLoaderData<typeof loader>()
  const { filters, scope, today } = board
  const period = { from: formatDay(filters.trackedFrom), to: formatDay(filters.trackedTo) }
  return (
    <>
      <PageHeader title={t('tracking:heading')} />
      {scopes.length > 1 && (
        <Tabs
          label={t('tracking:scopes')}
          tabs={scopes.map((each) => ({
            to: boardPath(filters, scopeKey(each)),
            words:
              each.kind === 'unit'
                ? (choices.units.find(({ value }) => value === each.unitId)?.label ?? '')
                : t(`tracking:scope.${each.kind}`),
            current: scopeKey(each) === scopeKey(scope),
          }))}
        />
      )}
      <BoardFilterBar filters={filters} scope={scopeKey(scope)} choices={choices} today={today} />
      <p className="mb-4 text-sm text-muted">
        {t('tracking:counted', period)} {filters.dueDay && t('tracking:outer')}
      </p>
      <Board {...board} />
    </>
  )
}
