import { useT } from '#app/i18n/use-t.ts'

/** How much is done, 0 to 100, as a bar and in figures. A native element: inline styles are not allowed on our pages. */
export function Progress({ percent }: { percent: number }) {
  const t = useT()
  return (
    <span className="percent">
      <progress max={100} value={percent} aria-label={t('ui:percentDone', { percent })} />
      <span aria-hidden="true">{`${percent}%`}</span>
    </span>
  )
}
