import { Link, useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import type { Choice } from './choices.server.ts'
import { ALL_UNITS_PARAMETER, UNITS_PATH } from './unit-choices.ts'

/**
 * The unit a list is filtered by. There are hundreds, and written into every page of the list they were a quarter of its work and
 * half of its bytes: with script they are fetched once and kept by the browser, without it they come when asked for.
 */
export function UnitFilter({ unit, units }: { unit: string | undefined; units: Choice[] }) {
  const t = useT()
  const { pathname, search } = useLocation()
  const options = useUnits(units)
  const withAll = new URLSearchParams(search)
  withAll.set(ALL_UNITS_PARAMETER, 'all')
  return (
    <>
      <Combobox field={unboundField('unit', unit)} label={t('taskFilters:field.unit')} options={options} />
      {units.length === 0 && (
        <noscript>
          <Link to={`${pathname}?${withAll}`} className="link">
            {t('taskFilters:allUnits')}
          </Link>
        </noscript>
      )}
    </>
  )
}

/** Those the page came with; else those the server gives. */
function useUnits(given: Choice[]): Choice[] {
  const [fetched, setFetched] = useState<Choice[]>([])
  const isNeeded = given.length === 0
  useEffect(() => {
    if (!isNeeded) return
    const leaving = new AbortController()
    // The page was left, or the session has ended, which the next page will tell: the picker finds nothing until then.
    fetchUnits(leaving.signal).then(setFetched, () => undefined)
    return () => leaving.abort()
  }, [isNeeded])
  return isNeeded ? fetched : given
}

async function fetchUnits(signal: AbortSignal): Promise<Choice[]> {
  const answer = await fetch(UNITS_PATH, { signal, redirect: 'error' })
  return answer.ok ? ((await answer.json()) as Choice[]) : []
}
