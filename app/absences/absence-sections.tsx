import { useT } from '#app/i18n/use-t.ts'
import { Section } from '#app/organisation/section.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { AbsenceLists } from './absence-list.server.ts'
import { AbsenceTable } from './absence-table.tsx'

interface AbsenceSectionsProps {
  lists: AbsenceLists
  /** The address of this page: what is added and ended lies below it. */
  path: string
  mayName: boolean
}

/** The absences of one person, and those of others in which they act. */
export function AbsenceSections({ lists: { own, asSubstitute }, path, mayName }: AbsenceSectionsProps) {
  const t = useT()
  const headings = { own: t('absences:own'), asSubstitute: t('absences:asSubstitute') }
  return (
    <>
      <Section heading={headings.own} act={mayName && <LinkButton to={`${path}/new`}>{t('absences:name')}</LinkButton>}>
        {own.length === 0 ? (
          <EmptyState>{mayName ? t('absences:noneOwn') : t('absences:nothingToCover')}</EmptyState>
        ) : (
          <AbsenceTable rows={own} caption={headings.own} names="substitute" path={path} />
        )}
      </Section>
      {asSubstitute.length > 0 && (
        <Section heading={headings.asSubstitute}>
          <AbsenceTable rows={asSubstitute} caption={headings.asSubstitute} names="absent" path={null} />
        </Section>
      )}
    </>
  )
}
