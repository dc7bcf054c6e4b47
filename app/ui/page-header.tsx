import type { ReactNode } from 'react'

interface PageHeaderProps {
  title: string
  /** Small words above the title: where this page belongs (a link up, usually). */
  above?: ReactNode
  /** One line below it: state, number, date. */
  below?: ReactNode
  acts?: ReactNode
}

export function PageHeader({ title, above, below, acts }: PageHeaderProps) {
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 max-w-3xl">
        {above && <div className="mb-1 text-sm text-muted">{above}</div>}
        <h1 className="text-xl font-semibold text-balance break-words">{title}</h1>
        {below && <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">{below}</div>}
      </div>
      {acts && <div className="flex flex-wrap items-start gap-2">{acts}</div>}
    </div>
  )
}
