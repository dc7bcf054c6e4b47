import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Section } from '#app/organisation/section.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import type { AbsenceLists } from './absence-list.server.ts'

/** On the page of a person or an account: who acts for whom now or soon, and the way to all of it. */
export function AbsenceSummary({ lists: { own, asSubstitute }, path }: { lists: AbsenceLists; path: string }) {
  const t = useT()
  const days = ({ fromDay, toDay }: { fromDay: string; toDay: string }) => ({
    from: formatDay(fromDay),
    to: formatDay(toDay),
  })
  return (
    <Section heading={t('absences:title')}>
      {own.length + asSubstitute.length === 0 ? (
        <p className="mb-3">{t('absences:noneStanding')}</p>
      ) : (
        <ul className="mb-3 space-y-1">
          {own.map((row) => (
            <li key={row.id}>{t('absences:standing.own', { substitute: row.substitute, ...days(row) })}</li>
          ))}
          {asSubstitute.map((row) => (
            <li key={row.id}>{t('absences:standing.asSubstitute', { absent: row.absent, ...days(row) })}</li>
          ))}
        </ul>
      )}
      <LinkButton to={path}>{t('absences:manage')}</LinkButton>
    </Section>
  )
}
