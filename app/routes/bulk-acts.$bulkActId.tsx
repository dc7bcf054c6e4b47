import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { readBulkAct, type ShownBulkRow } from '#app/bulk-acts/read-bulk-act.server.ts'
import { taskPath } from '#app/directives/paths.ts'
import { problemWords } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { StatusWord } from '#app/ui/status-word.tsx'
import { type Column, Table } from '#app/ui/table.tsx'

const LOOK_AGAIN_SECONDS = 2

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { act }) => t(`bulkActs:act.${act}`),
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, principals } = await requireSignedIn(request)
  return readBulkAct({ bulkActId: params.bulkActId!, personId: person.id, principals })
}

export default function BulkActPage() {
  const t = useT()
  const { act, isFinished, rows } = useLoaderData<typeof loader>()
  useLookAgain(!isFinished)
  const tried = rows.filter(({ outcome }) => outcome)
  const refused = tried.filter(({ outcome }) => outcome?.problem).length
  const columns: Column<ShownBulkRow>[] = [
    { key: 'title', head: t('directives:field.content'), rowHeader: true, cell: ({ title }) => title },
    { key: 'unit', head: t('directives:field.leadUnit'), cell: ({ leadUnit }) => leadUnit },
    { key: 'outcome', head: t('bulkActs:outcome'), cell: ({ outcome }) => <Outcome outcome={outcome} /> },
  ]
  return (
    <>
      {/* Without script the page reads itself again, until it is done. */}
      {!isFinished && (
        <noscript>
          <meta httpEquiv="refresh" content={String(LOOK_AGAIN_SECONDS)} />
        </noscript>
      )}
      <PageHeader
        title={t(`bulkActs:selectionTitle.${act}`, { count: rows.length })}
        above={
          <Link to="/tasks" className="link">
            {t('bulkActs:backToList')}
          </Link>
        }
      />
      <div role="status" className="mb-4">
        <p>{t(isFinished ? 'bulkActs:finished' : 'bulkActs:running')}</p>
        <p>
          {isFinished
            ? t('bulkActs:summary', { done: tried.length - refused, refused })
            : t('bulkActs:progress', { done: tried.length, total: rows.length })}
        </p>
        {!isFinished && rows.length > 0 && <Progress percent={Math.floor((100 * tried.length) / rows.length)} />}
      </div>
      <Table
        caption={t('bulkActs:chosen')}
        captionHidden
        columns={columns}
        rows={rows}
        keyOf={({ taskId }) => taskId}
        rowLink={({ taskId }) => taskPath(taskId)}
      />
    </>
  )
}

function Outcome({ outcome }: Pick<ShownBulkRow, 'outcome'>) {
  const t = useT()
  if (!outcome) return <StatusWord tone="waiting">{t('bulkActs:waiting')}</StatusWord>
  if (outcome.problem) return <span className="text-danger">{problemWords(t, outcome.problem)}</span>
  return <StatusWord tone="done">{t('bulkActs:done')}</StatusWord>
}

function useLookAgain(isWanted: boolean): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isWanted) return
    const timer = setInterval(revalidate, LOOK_AGAIN_SECONDS * 1000)
    return () => clearInterval(timer)
  }, [isWanted, revalidate])
}
