import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { grantingAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { ImportForm } from '#app/organisation/people-import/import-form.tsx'
import { importPeople } from '#app/organisation/people-import/import-people.server.ts'
import { ImportReport } from '#app/organisation/people-import/import-report.tsx'
import { receiveCsv } from '#app/organisation/people-import/receive-csv.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:importPeople') }

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministratorHere(request, 'importPeople')
  return {}
}

export async function action({ request }: ActionFunctionArgs) {
  const act = await grantingAct(request)
  const { bytes, takeGoodLines } = await receiveCsv(request)
  if (!bytes) return data({ fileMissing: true, takeGoodLines, outcome: null }, { status: 400 })
  const outcome = await importPeople({ ...act, bytes, takeGoodLines })
  return data({ fileMissing: false, takeGoodLines, outcome }, { status: outcome.wasTaken ? 200 : 422 })
}

export default function ImportPeople() {
  const t = useT()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHeader title={t('organisation:importPeople')} />
      {answer?.outcome && <ImportReport outcome={answer.outcome} />}
      <ImportForm fileMissing={answer?.fileMissing ?? false} takeGoodLines={answer?.takeGoodLines ?? false} />
    </>
  )
}
