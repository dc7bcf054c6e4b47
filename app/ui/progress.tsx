import { useT } from '#app/i18n/use-t.ts'

/** How much is done, 0 to 100, as a bar and in figures. A native element: inline styles are not allowed on our pages. */
export function Progress({ percent }: { percent: number }) {
  const t = useT()
  return (
    <span className="inline-flex items-center gap-2">
      <progress
        max={100}
        value={percent}
        aria-label={t('ui:percentDone', { percent })}
        className="h-1.5 w-20 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
      />
      <span aria-hidden="true" className="text-sm tabular-nums">
        {percent}%
      </span>
    </span>
  )
}
