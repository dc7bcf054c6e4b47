import { useT } from '#app/i18n/use-t.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** The codes for the day the phone is lost, on the only page that ever shows them. */
export function RecoveryCodes({ codes, goOnTo }: { codes: string[]; goOnTo: string }) {
  const t = useT()
  return (
    <section aria-labelledby="recovery-codes-heading">
      <Notice kind="success">{t('secondFactor:isOn')}</Notice>
      <h2 id="recovery-codes-heading" className="mb-1 text-lg font-semibold">
        {t('secondFactor:recoveryCodes')}
      </h2>
      <p className="mb-3 max-w-prose">{t('secondFactor:recoveryCodesOnce')}</p>
      <ul className="mb-5 grid max-w-sm grid-cols-2 gap-x-6 gap-y-1 border-y border-line py-3 font-mono text-lg tabular-nums">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <LinkButton to={goOnTo} look="primary">
        {t('secondFactor:codesKept')}
      </LinkButton>
    </section>
  )
}
