import { useT } from '#app/i18n/use-t.ts'

/** The address, on the only page that ever shows it. */
export function FeedAddress({ address }: { address: string }) {
  const t = useT()
  return (
    <section role="status" className="mb-6 max-w-prose border-l-4 border-success bg-success-soft px-4 py-3">
      <p className="font-medium">{t('feeds:address')}</p>
      <p className="my-2 font-mono break-all select-all">{address}</p>
      <p>{t('feeds:addressOnce')}</p>
    </section>
  )
}
