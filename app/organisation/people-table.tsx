import { useT } from '#app/i18n/use-t.ts'
import { StatusWord, type Tone } from '#app/ui/status-word.tsx'
import { Table } from '#app/ui/table.tsx'
import type { AccountState, PersonRow } from './people.server.ts'

const TONES: Record<AccountState, Tone> = { none: 'resting', open: 'done', awaitsCode: 'waiting', locked: 'late' }

export function PeopleTable({ people }: { people: PersonRow[] }) {
  const t = useT()
  return (
    <Table
      caption={t('organisation:people')}
      captionHidden
      rows={people}
      keyOf={(person) => person.id}
      rowLink={(person) => `/admin/people/${person.id}`}
      columns={[
        { key: 'name', head: t('organisation:fullName'), rowHeader: true, cell: (person) => person.fullName },
        { key: 'posts', head: t('organisation:posts'), cell: (person) => person.posts.join(' · ') },
        { key: 'username', head: t('organisation:username'), cell: (person) => person.username },
        {
          key: 'account',
          head: t('organisation:account'),
          cell: ({ account }) => (
            <StatusWord tone={TONES[account]}>{t(`organisation:accountState.${account}`)}</StatusWord>
          ),
        },
      ]}
    />
  )
}
