import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { now } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { FindingsReport, LeftOutRows } from '#app/task-import/findings-report.tsx'
import { readOwnImport, requireEntering, wantImport } from '#app/task-import/import-request.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { JobProgress } from '#app/ui/job-progress.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('taskImports:heading') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  requireEntering(actor)
  return readOwnImport({ importId: params.importId ?? '', by: actor, at: now() })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  requireEntering(actor)
  const importId = params.importId ?? ''
  const goodRowsOnly = (await request.formData()).get('goodRowsOnly') === 'on'
  await wantImport({ importId, goodRowsOnly, by: actor, at: now() })
  return redirect(`/tasks/imports/${importId}`)
}

export default function Import() {
  const t = useT()
  const { fileName, state, findings, total, written } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('taskImports:heading')} below={fileName} />
      {state === 'lookingThrough' && <JobProgress words={t('taskImports:lookingThrough')} done={0} total={null} />}
      {state === 'taking' && (
        <JobProgress
          words={t('taskImports:taking', { written: formatNumber(written), total: formatNumber(total ?? 0) })}
          done={written}
          total={total}
        />
      )}
      {state === 'stuck' && <Notice kind="error">{t('taskImports:stuck')}</Notice>}
      {state === 'taken' && <Notice kind="success">{t('taskImports:taken', { total: formatNumber(written) })}</Notice>}
      {state === 'taken' && findings && <LeftOutRows findings={findings} />}
      {state === 'found' && findings && <FindingsReport findings={findings} />}
      <div className="flex flex-wrap gap-3">
        {state === 'found' && findings && findings.freshCount > 0 && <Take {...findings} />}
        {(state === 'found' || state === 'taken') && (
          <LinkButton to="/tasks/imports/new">{t('taskImports:another')}</LinkButton>
        )}
        {state === 'taken' && (
          <Link to="/directives" className="link self-center">
            {t('taskImports:toDirectives')}
          </Link>
        )}
      </div>
    </>
  )
}

/** With faults the person says that the good rows alone shall be taken; without, all are. */
function Take({ faultCount, freshCount }: { faultCount: number; freshCount: number }) {
  const t = useT()
  return (
    <Form method="post">
      {faultCount > 0 && <input type="hidden" name="goodRowsOnly" value="on" />}
      <Button>{t(faultCount > 0 ? 'taskImports:takeGood' : 'taskImports:takeAll', { count: freshCount })}</Button>
    </Form>
  )
}
