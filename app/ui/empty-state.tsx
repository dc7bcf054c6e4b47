import type { ReactNode } from 'react'

/** What belongs in an empty place and who may put it there; `act` if the reader may. */
export function EmptyState({ children, act }: { children: ReactNode; act?: ReactNode }) {
  return (
    <div className="border border-dashed border-line px-4 py-8 text-center text-muted">
      <p className="mx-auto max-w-prose text-balance">{children}</p>
      {act && <div className="mt-4">{act}</div>}
    </div>
  )
}
