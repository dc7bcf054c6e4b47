import { Link } from '@remix-run/react'

export interface Tab {
  to: string
  words: string
  /** How much lies there, in figures. */
  count?: string
  current: boolean
}

/** Pages that stand side by side. They are links: each has its own address and works without script. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  return (
    <nav aria-label={label} className="mb-4 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              aria-current={tab.current ? 'page' : undefined}
              className="flex items-baseline gap-1.5 border-b-2 border-transparent px-2.5 py-2 text-muted hover:border-edge hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-accent"
            >
              {tab.words}
              {tab.count !== undefined && <span className="text-sm tabular-nums">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
