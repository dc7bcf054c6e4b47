import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { filtersIn, searchOf, tasksPath } from '#app/directives/task-filters.ts'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { now } from '#app/platform/clock.server.ts'
import { keepForm } from '#app/platform/respond.server.ts'
import { newViewSchema } from '#app/saved-views/forms.ts'
import { readUnitsToShareWith } from '#app/saved-views/read-view.server.ts'
import { saveView } from '#app/saved-views/save-view.server.ts'
import { ViewForm } from '#app/saved-views/view-form.tsx'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('savedViews:new') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  const filters = filtersIn(new URL(request.url).searchParams)
  return { filters, units: await readUnitsToShareWith(actor) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  const submission = parseWithZod(await request.formData(), { schema: newViewSchema, error: zodProblem })
  if (submission.status !== 'success') return data({ lastResult: submission.reply(), problem: null }, { status: 400 })
  try {
    const { search } = await saveView({ ...submission.value, by: actor, at: now() })
    return redirect(doneAt(`/tasks?${search}`, 'savedViews:done.saved'))
  } catch (error) {
    return keepForm(submission, error)
  }
}

export default function NewView() {
  const t = useT()
  const { filters, units } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('savedViews:new')} below={t('savedViews:keeps')} />
      <ViewForm
        answer={useActionData<typeof action>()}
        defaults={{}}
        units={units}
        submit={t('savedViews:save')}
        backTo={tasksPath(filters)}
      >
        <input type="hidden" name="search" value={searchOf(filters)} />
      </ViewForm>
    </>
  )
}
