import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useParams } from '@remix-run/react'
import { z } from 'zod'
import { issueDirective } from '#app/directives/issue-directive.server.ts'
import { problemWords } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import { now } from '#app/platform/clock.server.ts'
import { BadInput } from '#app/platform/errors.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

/** Only posted to; an address opened by hand leads back to the directive. */
export function loader({ params }: ActionFunctionArgs) {
  return redirect(`/directives/${params.directiveId}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  const { directiveId = '' } = params
  const requestKey = z.uuid().safeParse((await request.formData()).get('requestKey'))
  if (!requestKey.success) throw new BadInput('badRequest')
  const { issued, refused } = await issueDirective({ directiveId, by: actor, requestKey: requestKey.data, at: now() })
  if (!refused) return redirect(doneAt(`/directives/${directiveId}`, 'directives:done.allIssued'))
  const { code, values } = refused.error
  return data({ issued, refused: refused.count, problem: { code, values } }, { status: 403 })
}

/** Shown when some of the tasks could not be issued. */
export default function IssueDirective() {
  const t = useT()
  const answer = useActionData<typeof action>()
  const { directiveId } = useParams()
  return (
    <>
      <PageHeader title={t('directives:act.task.issue')} />
      {answer && (
        <Notice kind={answer.issued > 0 ? 'info' : 'error'}>
          {t('directives:allIssuedBut', { ...answer, reason: problemWords(t, answer.problem) })}
        </Notice>
      )}
      <Link to={`/directives/${directiveId}`} className="link">
        {t('back')}
      </Link>
    </>
  )
}
