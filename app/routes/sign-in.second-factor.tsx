import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { clientAddress } from '#app/platform/client-address.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { BarePage } from '#app/sign-in/bare-page.tsx'
import { enter } from '#app/sign-in/enter.server.ts'
import { identify } from '#app/sign-in/identify.server.ts'
import { passSecondFactor } from '#app/sign-in/pass-second-factor.server.ts'
import { withoutPasswords } from '#app/sign-in/password-forms.ts'
import { ProofForm } from '#app/sign-in/proof-form.tsx'
import { passage, pathThrough, returnPath } from '#app/sign-in/return-path.ts'
import { secondStepSchema } from '#app/sign-in/second-factor-forms.ts'
import { challengeOf, endedChallengeCookie } from '#app/sign-in/session-cookie.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('secondFactor:stepTitle') }

export async function loader({ request }: LoaderFunctionArgs) {
  const through = passage(request)
  if (await identify(request)) throw redirect(through.to)
  if (!challengeOf(request)) throw redirect(pathThrough('/sign-in', through.to))
  return { ...through, byRecoveryCode: new URL(request.url).searchParams.has('recovery') }
}

export async function action({ request }: ActionFunctionArgs) {
  const challenge = challengeOf(request)
  const submission = parseWithZod(await request.formData(), { schema: secondStepSchema, error: zodProblem })
  const to = returnPath(submission.payload.to as string | undefined)
  if (!challenge) return redirect(pathThrough('/sign-in', to))
  if (submission.status !== 'success') {
    return data({ lastResult: withoutPasswords(submission.reply()), waitSeconds: null }, { status: 400 })
  }
  const { code } = submission.value
  const userAgent = request.headers.get('user-agent')
  const step = await passSecondFactor({ challenge, code, address: clientAddress(request), userAgent, at: now() })
  switch (step.outcome) {
    case 'signedIn':
      return enter({ ...step, to })
    case 'ended':
      return redirect(pathThrough('/sign-in', to, { ended: '1' }), {
        headers: { 'set-cookie': endedChallengeCookie() },
      })
    case 'heldBack':
      return data({ lastResult: null, waitSeconds: step.waitSeconds }, { status: 429 })
    case 'wrong': {
      const reply = submission.reply({ fieldErrors: { code: ['secondFactor:wrongCode'] } })
      return data({ lastResult: withoutPasswords(reply), waitSeconds: null }, { status: 401 })
    }
  }
}

export default function SecondFactorStep() {
  const t = useT()
  const { to, hasKeptForm, byRecoveryCode } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const other = byRecoveryCode ? t('secondFactor:useApp') : t('secondFactor:useRecoveryCode')
  return (
    <BarePage title={t('secondFactor:stepTitle')}>
      {hasKeptForm && <Notice>{t('signIn:sessionEnded')}</Notice>}
      {answer?.waitSeconds && (
        <Notice kind="error">{t('secondFactor:heldBack', { minutes: Math.ceil(answer.waitSeconds / 60) })}</Notice>
      )}
      <ProofForm
        id="second-step"
        asks={[byRecoveryCode ? 'recoveryCode' : 'code']}
        hidden={{ to }}
        submit={t('signIn:submit')}
        lastResult={answer?.lastResult ?? null}
      />
      <p className="mt-6">
        <Link to={pathThrough('/sign-in/second-factor', to, byRecoveryCode ? {} : { recovery: '1' })} className="link">
          {other}
        </Link>
      </p>
      <p className="mt-3 text-sm text-muted">{t('secondFactor:stepHelp')}</p>
    </BarePage>
  )
}
