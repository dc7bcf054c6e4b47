import { formatMoment, formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { accountState } from './account-state.ts'
import type { PersonAccount } from './person.server.ts'
import { Section } from './section.tsx'

export function AccountSummary({ account, personPath }: { account: PersonAccount | null; personPath: string }) {
  const t = useT()
  return (
    <Section
      heading={t('organisation:account')}
      act={<LinkButton to={`${personPath}/account`}>{t('organisation:manageAccount')}</LinkButton>}
    >
      <AccountDescription account={account} />
    </Section>
  )
}

export function AccountDescription({ account }: { account: PersonAccount | null }) {
  const t = useT()
  return (
    <>
      {account?.lockedByTriesUntil && (
        <Notice>{t('organisation:lockedByTries', { until: formatMoment(account.lockedByTriesUntil) })}</Notice>
      )}
      <DescriptionList
        items={[
          { term: t('organisation:account'), words: t(`organisation:accountState.${accountState(account)}`) },
          { term: t('organisation:username'), words: account?.username },
          { term: t('secondFactor:title'), words: account && t(account.hasSecondFactor ? 'yes' : 'no') },
          { term: t('organisation:openSessions'), words: account && formatNumber(account.sessions) },
        ]}
      />
    </>
  )
}
