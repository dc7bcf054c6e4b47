import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { authClient } from '#app/sign-in/ask-auth.server.ts'
import { BarePage } from '#app/sign-in/bare-page.tsx'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { ownAccountAct } from '#app/sign-in/own-account.server.ts'
import { withoutPasswords } from '#app/sign-in/password-forms.ts'
import { ProofForm } from '#app/sign-in/proof-form.tsx'
import { proveAgain } from '#app/sign-in/prove-again.server.ts'
import { passage, returnPath } from '#app/sign-in/return-path.ts'
import { proveAgainSchema } from '#app/sign-in/second-factor-forms.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('secondFactor:againTitle') }

/** Where `requireFreshSignIn` leads to. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { hasSecondFactor, person } = await requireSignedIn(request)
  return { ...passage(request), hasSecondFactor, fullName: person.fullName }
}

export async function action({ request }: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const submission = parseWithZod(await request.formData(), { schema: proveAgainSchema, error: zodProblem })
  if (submission.status !== 'success') {
    return data({ lastResult: withoutPasswords(submission.reply()), isRefused: false }, { status: 400 })
  }
  const { password, code = '', to } = submission.value
  const act = { ...ownAccountAct(request, signedIn), client: authClient(request) }
  if (await proveAgain({ ...act, password, code })) return redirect(returnPath(to))
  return data({ lastResult: null, isRefused: true }, { status: 401 })
}

export default function Again() {
  const t = useT()
  const { to, hasKeptForm, hasSecondFactor, fullName } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <BarePage title={t('secondFactor:againTitle')}>
      <p className="mb-4">{t('secondFactor:againWhy', { name: fullName })}</p>
      {hasKeptForm && <Notice>{t('secondFactor:formKept')}</Notice>}
      {answer?.isRefused && <Notice kind="error">{t('secondFactor:againRefused')}</Notice>}
      <ProofForm
        id="again"
        asks={hasSecondFactor ? ['password', 'code'] : ['password']}
        hidden={{ to }}
        submit={t('secondFactor:again')}
        lastResult={answer?.lastResult ?? null}
      />
      <p className="mt-6">
        <LinkButton to="/">{t('cancel')}</LinkButton>
      </p>
    </BarePage>
  )
}
