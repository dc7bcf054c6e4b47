import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { administratorAct } from '#app/organisation/administrator.server.ts'
import { answerForm } from '#app/organisation/answer-form.server.ts'
import { endPost } from '#app/organisation/end-post.server.ts'
import { lastDaySchema } from '#app/organisation/forms.ts'
import { LastDayForm } from '#app/organisation/last-day-form.tsx'
import { readPersonForm } from '#app/organisation/person-form.server.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { oneOf } from '#app/organisation/one-of.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:endPost') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, today } = await readPersonForm(request, params.personId)
  return { person, today, post: oneOf(person.posts, params.postId) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await administratorAct(request)
  const [personId, postId] = [requiredId(params.personId), requiredId(params.postId)]
  return answerForm(request, lastDaySchema, async ({ lastDay }) => {
    await endPost({ ...act, personId, postId, lastDay })
    return doneAt(`/admin/people/${personId}`, 'organisation:done.postEnded')
  })
}

export default function EndPost() {
  const t = useT()
  const { person, post, today } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('organisation:endPost')} below={person.fullName} />
      <p className="mb-4">{t('organisation:endPostEffect', { title: post.title })}</p>
      <LastDayForm
        answer={useActionData<typeof action>()}
        submit={t('organisation:endPost')}
        lastDay={post.validTo ?? today}
        backTo={`/admin/people/${person.id}`}
      />
    </>
  )
}
