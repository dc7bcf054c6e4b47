import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { readBulkAct, type ShownBulkRow } from '#app/bulk-acts/read-bulk-act.server.ts'
import { taskPath } from '#app/directives/paths.ts'
import { problemWords } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { JobProgress } from '#app/ui/job-progress.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'
import { StatusWord } from '#app/ui/status-word.tsx'
import { type Column, Table } from '#app/ui/table.tsx'

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
  const tried = rows.filter(({ outcome }) => outcome)
  const refused = tried.filter(({ outcome }) => outcome?.problem).length
  const columns: Column<ShownBulkRow>[] = [
    { key: 'title', head: t('directives:field.content'), rowHeader: true, cell: ({ title }) => title },
    { key: 'unit', head: t('directives:field.leadUnit'), cell: ({ leadUnit }) => leadUnit },
    { key: 'outcome', head: t('bulkActs:outcome'), cell: ({ outcome }) => <Outcome outcome={outcome} /> },
  ]
  return (
    <>
      <PageHeader
        title={t(`bulkActs:selectionTitle.${act}`, { count: rows.length })}
        above={
          <Link to="/tasks" className="link">
            {t('bulkActs:backToList')}
          </Link>
        }
      />
      {isFinished ? (
        <p role="status" className="mb-4">
          {t('bulkActs:finished')} {t('bulkActs:summary', { done: tried.length - refused, refused })}
        </p>
      ) : (
        <JobProgress
          words={`${t('bulkActs:running')} ${t('bulkActs:progress', { done: tried.length, total: rows.length })}`}
          done={tried.length}
          total={rows.length}
        />
      )}
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
