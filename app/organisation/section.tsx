import { useId, type ReactNode } from 'react'

/** A part of the person page under its own heading, with the act that adds to it. */
export function Section({ heading, act, children }: { heading: string; act?: ReactNode; children: ReactNode }) {
  const headingId = useId()
  return (
    <section aria-labelledby={headingId} className="mt-8">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 id={headingId} className="text-lg font-semibold">
          {heading}
        </h2>
        {act}
      </div>
      {children}
    </section>
  )
}
