import type { ReactNode } from 'react'

export interface Described {
  term: string
  words: ReactNode
}

/** Terms and what they are, in print's two columns; under one another on a phone. Empty ones are left out. */
export function DescriptionList({ items }: { items: Described[] }) {
  const shown = items.filter(({ words }) => words !== null && words !== undefined && words !== '')
  return (
    <dl className="border-t border-line">
      {shown.map(({ term, words }) => (
        <div key={term} className="grid gap-x-4 border-b border-line py-1.5 sm:grid-cols-[11rem_1fr]">
          <dt className="text-sm text-muted sm:text-base">{term}</dt>
          <dd className="min-w-0 break-words whitespace-pre-line">{words}</dd>
        </div>
      ))}
    </dl>
  )
}
