import { Link } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { Substitution } from '#app/sign-in/identify.server.ts'

/** On every page of a substitute: for whom they act today, and until when. */
export function SubstitutionLines({ substitutions }: { substitutions: Substitution[] }) {
  const t = useT()
  if (substitutions.length === 0) return null
  return (
    <div role="note" data-shell className="mb-4 border-l-4 border-accent pl-3 text-sm">
      {substitutions.map(({ personId, absent, titles, until }) => (
        <p key={personId}>
          <Link to="/account/absences" className="link">
            {t('absences:youActFor', {
              who: titles === absent ? absent : `${absent}, ${titles}`,
              until: formatDay(until),
            })}
          </Link>
        </p>
      ))}
    </div>
  )
}
