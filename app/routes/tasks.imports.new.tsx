import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { v7 as newId } from 'uuid'
import { useT } from '#app/i18n/use-t.ts'
import { now } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { askForImport, requireEntering } from '#app/task-import/import-request.server.ts'
import { receiveWorkbook } from '#app/task-import/receive-workbook.server.ts'
import { Button } from '#app/ui/button.tsx'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { FileField } from '#app/ui/fields/file-field.tsx'
import { RequestKey } from '#app/ui/fields/hidden-fields.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('taskImports:heading') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  requireEntering(actor)
  return { requestKey: newId() }
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  requireEntering(actor)
  const received = await receiveWorkbook(request)
  if ('errors' in received) return data(received, { status: 400 })
  const { importId } = await askForImport({ ...received, by: actor, at: now() })
  return redirect(`/tasks/imports/${importId}`)
}

export default function NewImport() {
  const t = useT()
  const { requestKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const file = { ...unboundField('file', null), ...(answer ? { errors: answer.errors } : {}) }
  return (
    <>
      <PageHeader
        title={t('taskImports:heading')}
        above={
          <Link to="/directives" className="link">
            {t('taskImports:toDirectives')}
          </Link>
        }
      />
      <Form method="post" encType="multipart/form-data" className="max-w-xl">
        <RequestKey value={requestKey} />
        <p className="mb-2">{t('taskImports:how')}</p>
        <p className="mb-5">
          <a href="/tasks/imports/template.xlsx" className="link" download>
            {t('taskImports:template')}
          </a>
        </p>
        <FileField field={file} label={t('taskImports:file')} accept=".xlsx" required />
        <Button>{t('taskImports:lookThrough')}</Button>
      </Form>
    </>
  )
}
