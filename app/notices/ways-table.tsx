import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { Table } from '#app/ui/table.tsx'
import { noticeChannels, type NoticeChannel, type NoticeKind, noticeKinds } from './notice-kinds.ts'

interface Way {
  kind: NoticeKind
  channel: NoticeChannel
}

/** Kinds of notices down, channels across; in each cell what may be chosen, under a name that says both. */
export function WaysTable<Each extends Way>({
  ways,
  cell,
}: {
  ways: Each[]
  cell: (way: Each, name: string) => ReactNode
}) {
  const t = useT()
  return (
    <Table
      caption={t('notices:ways.caption')}
      captionHidden
      rows={noticeKinds.map((kind) => ({ kind }))}
      keyOf={({ kind }) => kind}
      columns={[
        { key: 'kind', head: t('notices:ways.kind'), rowHeader: true, cell: ({ kind }) => t(`notices:kind.${kind}`) },
        ...noticeChannels.map((channel) => ({
          key: channel,
          head: t(`notices:channel.${channel}`),
          cell: ({ kind }: { kind: NoticeKind }) => {
            const way = ways.find((each) => each.kind === kind && each.channel === channel)
            return way && cell(way, `${t(`notices:kind.${kind}`)}: ${t(`notices:channel.${channel}`)}`)
          },
        })),
      ]}
    />
  )
}
