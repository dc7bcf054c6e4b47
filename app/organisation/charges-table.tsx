import { Link } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'
import type { ChargeRow } from './person.server.ts'
import { Section } from './section.tsx'
import { ValidityWords } from './validity-words.tsx'

export function chargeName({ unitName, field }: Pick<ChargeRow, 'unitName' | 'field'>): string {
  return [unitName, field].filter(Boolean).join(' · ')
}

export function ChargesTable({ charges, personPath }: { charges: ChargeRow[]; personPath: string }) {
  const t = useT()
  return (
    <Section
      heading={t('organisation:charges')}
      act={<LinkButton to={`${personPath}/charges/new`}>{t('organisation:newCharge')}</LinkButton>}
    >
      {charges.length === 0 ? (
        <EmptyState>{t('organisation:noCharges')}</EmptyState>
      ) : (
        <Table
          caption={t('organisation:charges')}
          captionHidden
          rows={charges}
          keyOf={(charge) => charge.id}
          columns={[
            { key: 'of', head: t('organisation:unit'), rowHeader: true, cell: chargeName },
            { key: 'validity', head: t('organisation:state'), cell: (charge) => <ValidityWords {...charge} /> },
            {
              key: 'end',
              head: t('organisation:end'),
              cell: (charge) =>
                charge.phase !== 'past' && (
                  <Link
                    to={`${personPath}/charges/${charge.id}/end`}
                    className="link"
                    aria-label={t('organisation:endChargeOf', { name: chargeName(charge) })}
                  >
                    {t('organisation:end')}
                  </Link>
                ),
            },
          ]}
        />
      )}
    </Section>
  )
}
