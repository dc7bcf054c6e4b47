import type { ReactNode } from 'react'

export interface TimelineStep {
  key: string
  /** What was done: "Đã báo cáo kết quả". */
  title: ReactNode
  /** Who did it, in which post, for whom. */
  by: ReactNode
  /** When, for the reader and for the machine (ISO). */
  at: { words: string; iso: string }
  /** The reason, report or other text, and files. */
  children?: ReactNode
}

/** What happened, in order. An ordered list: the number of a step is part of what it is. */
export function Timeline({ steps, label }: { steps: TimelineStep[]; label: string }) {
  return (
    <ol aria-label={label} className="ml-1.5 border-l border-line">
      {steps.map((step) => (
        <li key={step.key} className="relative pb-5 pl-5 last:pb-0">
          <span aria-hidden="true" className="absolute top-2 -left-[0.3125rem] size-2.5 rounded-full bg-edge" />
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <p className="font-medium">{step.title}</p>
            <time dateTime={step.at.iso} className="text-sm text-muted tabular-nums">
              {step.at.words}
            </time>
          </div>
          <p className="text-sm text-muted">{step.by}</p>
          {step.children && <div className="mt-1.5 max-w-prose break-words whitespace-pre-line">{step.children}</div>}
        </li>
      ))}
    </ol>
  )
}
