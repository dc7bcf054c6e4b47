import { formatMoment } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'

/** A code to hand over. It is not in the address and not in the database: this page is the only place it is ever seen. */
export function GivenCode({ code, lapsesAt, fullName }: { code: string; lapsesAt: Date; fullName: string }) {
  const t = useT()
  return (
    <section role="status" className="mb-6 max-w-xl border-l-4 border-success bg-success-soft px-4 py-3">
      <p className="font-medium">{t('organisation:code')}</p>
      <p className="my-2 font-mono text-lg break-all select-all">{code}</p>
      <p>{t('organisation:codeShownOnce', { name: fullName, at: formatMoment(lapsesAt) })}</p>
    </section>
  )
}
