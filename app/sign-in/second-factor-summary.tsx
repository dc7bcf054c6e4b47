import { useT } from '#app/i18n/use-t.ts'
import { LinkButton } from '#app/ui/button.tsx'

/** The second factor on the account page: whether there is one, and the way to it. */
export function SecondFactorSummary({ isOn }: { isOn: boolean }) {
  const t = useT()
  return (
    <section aria-labelledby="second-factor-heading" className="mt-8">
      <h2 id="second-factor-heading" className="mb-1 text-lg font-semibold">
        {t('secondFactor:title')}
      </h2>
      <p className="mb-3 max-w-prose">{isOn ? t('secondFactor:on') : t('secondFactor:off')}</p>
      <LinkButton to="/account/second-factor">{isOn ? t('secondFactor:manage') : t('secondFactor:begin')}</LinkButton>
    </section>
  )
}
