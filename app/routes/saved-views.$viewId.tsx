import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { keepForm } from '#app/platform/respond.server.ts'
import { changeView } from '#app/saved-views/change-view.server.ts'
import { savedViewSchema } from '#app/saved-views/forms.ts'
import { mayChangeView, mayRemoveView } from '#app/saved-views/policy.ts'
import { readOneView, readUnitsToShareWith } from '#app/saved-views/read-view.server.ts'
import { removeView } from '#app/saved-views/remove-view.server.ts'
import { ViewForm } from '#app/saved-views/view-form.tsx'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { Button } from '#app/ui/button.tsx'
import { doneAt } from '#app/ui/done.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('savedViews:changeTitle') }

const REMOVE = 'remove'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  const [view, units] = await Promise.all([readOneView(params.viewId ?? '', actor), readUnitsToShareWith(actor)])
  return { view, units, mayChange: mayChangeView(actor, view), mayRemove: mayRemoveView(actor, view) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor: by } = await requireSignedIn(request)
  const { viewId = '' } = params
  const fields = await request.formData()
  if (fields.get('act') === REMOVE) {
    await removeView({ viewId, by })
    return redirect(doneAt('/saved-views', 'savedViews:done.removed'))
  }
  const submission = parseWithZod(fields, { schema: savedViewSchema, error: zodProblem })
  if (submission.status !== 'success') return data({ lastResult: submission.reply(), problem: null }, { status: 400 })
  try {
    await changeView({ ...submission.value, viewId, by })
    return redirect(doneAt('/saved-views', 'savedViews:done.changed'))
  } catch (error) {
    return keepForm(submission, error)
  }
}

export default function ChangeView() {
  const t = useT()
  const { view, units, mayChange, mayRemove } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHeader
        title={t('savedViews:changeTitle')}
        below={
          <Link to={`/tasks?${view.search}`} className="link">
            {view.name}
          </Link>
        }
      />
      {mayChange ? (
        <ViewForm answer={answer} defaults={view} units={units} submit={t('save')} backTo="/saved-views" />
      ) : (
        <p className="mb-4">{t('savedViews:errors.notYours')}</p>
      )}
      {mayRemove && (
        <Form method="post" className="mt-6 border-t border-line pt-4">
          <p className="mb-2 text-muted">{t('savedViews:removeEffect')}</p>
          <Button look="danger" name="act" value={REMOVE}>
            {t('savedViews:remove')}
          </Button>
        </Form>
      )}
    </>
  )
}
