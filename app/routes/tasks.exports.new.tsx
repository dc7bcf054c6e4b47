import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { filterWords } from '#app/directives/export-filter-words.server.ts'
import { askForExport, countExport } from '#app/directives/export-request.server.ts'
import { taskFiltersFrom, tasksPath } from '#app/directives/task-filters.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { localeOf } from '#app/i18n/locale.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { clientAddress } from '#app/platform/client-address.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { Button } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('taskExports:heading') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { principals } = await requireSignedIn(request)
  const filters = taskFiltersFrom(new URL(request.url))
  const [words, total] = await Promise.all([
    filterWords(filters, translateFor(localeOf(request))),
    countExport(filters, principals, now()),
  ])
  return { filters, words, total }
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  const { exportId } = await askForExport({
    filters: taskFiltersFrom(new URL(request.url)),
    by: actor,
    locale: localeOf(request),
    address: clientAddress(request),
    at: now(),
  })
  return redirect(`/tasks/exports/${exportId}`)
}

export default function NewExport() {
  const t = useT()
  const { filters, words, total } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('taskExports:heading')}
        above={
          <Link to={tasksPath(filters)} className="link">
            {t('taskExports:backToList')}
          </Link>
        }
      />
      <DescriptionList
        items={[
          { term: t('taskExports:filter'), words },
          { term: t('taskExports:count'), words: formatNumber(total) },
        ]}
      />
      <p className="my-4 max-w-prose">{t('taskExports:how')}</p>
      <Form method="post">
        <Button>{t('taskExports:start')}</Button>
      </Form>
    </>
  )
}
