import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HandoverPhaseWord } from '#app/handovers/phase-word.tsx'
import { type HandoverRow, listHandovers } from '#app/handovers/read-handovers.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { problemWords } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import { requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'
import { type Column, Table } from '#app/ui/table.tsx'

export const handle: PageHandle = { title: (t) => t('handovers:heading') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { organ } = await requireAdministratorHere(request, 'orderHandovers')
  return { handovers: await listHandovers(organ.id) }
}

export default function Handovers() {
  const t = useT()
  const { handovers } = useLoaderData<typeof loader>()
  const columns: Column<HandoverRow>[] = [
    { key: 'fromDay', head: t('handovers:field.fromDay'), rowHeader: true, cell: ({ fromDay }) => formatDay(fromDay) },
    { key: 'moves', head: t('handovers:column.moves'), cell: ({ moves }) => moves.join('; ') },
    {
      key: 'document',
      head: t('handovers:field.documentSymbol'),
      cell: ({ documentSymbol, documentOn }) =>
        t('handovers:document', { symbol: documentSymbol, day: formatDay(documentOn) }),
    },
    { key: 'orderedBy', head: t('handovers:column.orderedBy'), cell: ({ orderedBy }) => orderedBy },
    { key: 'phase', head: t('handovers:column.phase'), cell: (row) => <PhaseAndReason {...row} /> },
  ]
  return (
    <>
      <PageHeader
        title={t('handovers:heading')}
        below={t('handovers:how')}
        acts={
          <LinkButton to="/admin/handovers/units" look="primary">
            {t('handovers:unitsTitle')}
          </LinkButton>
        }
      />
      {handovers.length === 0 ? (
        <EmptyState>{t('handovers:none')}</EmptyState>
      ) : (
        <Table
          caption={t('handovers:heading')}
          captionHidden
          columns={columns}
          rows={handovers}
          keyOf={({ id }) => id}
          rowLink={({ id }) => `/admin/handovers/${id}`}
        />
      )}
    </>
  )
}

function PhaseAndReason({ phase, heldBack }: HandoverRow) {
  const t = useT()
  return (
    <>
      <HandoverPhaseWord phase={phase} />
      {heldBack && <span className="block text-muted">{problemWords(t, heldBack)}</span>}
    </>
  )
}
