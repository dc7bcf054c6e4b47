import { RereadEvery } from './reread-every.tsx'

interface JobProgressProps {
  /** What is being done, and how far it is, in words. */
  words: string
  done: number
  /** Null until it is known. */
  total: number | null
}

/** How far a job is that the page waits for; read aloud as it goes on. */
export function JobProgress({ words, done, total }: JobProgressProps) {
  return (
    <div role="status" className="mb-4 max-w-xl">
      <p className="mb-2">{words}</p>
      <progress
        aria-label={words}
        {...(total === null ? {} : { max: Math.max(total, 1), value: done })}
        className="h-2.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
      />
      <RereadEvery seconds={1} />
    </div>
  )
}
