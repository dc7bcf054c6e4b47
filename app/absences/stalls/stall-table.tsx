import { taskPath } from '#app/directives/paths.ts'
import { SymbolWords } from '#app/directives/state-words.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { StatusWord } from '#app/ui/status-word.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { StallingLine } from './read-stalls.server.ts'
import { uncoveredWords } from './uncovered-words.ts'

/** What has nobody: on which task, by when, and on which of the days. */
export function StallTable({ lines, caption }: { lines: StallingLine[]; caption: string }) {
  const t = useT()
  const columns: Column<StallingLine>[] = [
    {
      key: 'work',
      head: t('stalls:field.work'),
      rowHeader: true,
      cell: ({ title }) => <span className="line-clamp-2">{title}</span>,
    },
    { key: 'kind', head: t('stalls:field.kind'), cell: ({ kind }) => t(`handovers:list.kind.${kind}`) },
    { key: 'source', head: t('stalls:field.source'), cell: ({ symbol }) => <SymbolWords symbol={symbol} /> },
    {
      key: 'due',
      head: t('stalls:field.due'),
      numeric: true,
      cell: ({ dueOn }) => (dueOn ? formatDay(dueOn) : t('directives:timeliness.OPEN_ENDED')),
    },
    { key: 'why', head: t('stalls:field.why'), cell: ({ why }) => t(`stalls:why.${why}`) },
    {
      key: 'when',
      head: t('stalls:field.when'),
      cell: (line) => (
        <>
          <StatusWord tone={line.isThroughout ? 'late' : 'soon'}>{uncoveredWords(t, line)}</StatusWord>
          {line.restricted && <span className="block text-muted">{t('stalls:restricted')}</span>}
        </>
      ),
    },
  ]
  return (
    <Table
      caption={caption}
      captionHidden
      columns={columns}
      rows={lines}
      keyOf={({ id }) => id}
      rowLink={({ taskId }) => taskPath(taskId)}
    />
  )
}
