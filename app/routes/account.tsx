import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { listAbsences, standing } from '#app/absences/absence-list.server.ts'
import { AbsenceSummary } from '#app/absences/absence-summary.tsx'
import { stallsPath } from '#app/absences/stalls/period.ts'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { changePassword } from '#app/sign-in/change-password.server.ts'
import { DisplayForm } from '#app/sign-in/display-form.tsx'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { ownAccountAct } from '#app/sign-in/own-account.server.ts'
import { ownAccount } from '#app/sign-in/own-sessions.server.ts'
import { PasswordForm } from '#app/sign-in/password-form.tsx'
import { changePasswordSchema, withoutPasswords } from '#app/sign-in/password-forms.ts'
import { SecondFactorSummary } from '#app/sign-in/second-factor-summary.tsx'
import { SessionList } from '#app/sign-in/session-list.tsx'
import { doneAt } from '#app/ui/done.ts'
import { DoneNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('signIn:accountTitle') }

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const at = now()
  return {
    personId: signedIn.person.id,
    fullName: signedIn.person.fullName,
    hasSecondFactor: signedIn.hasSecondFactor,
    absences: standing(await listAbsences({ personId: signedIn.person.id, today: officeDay(at) })),
    ...(await ownAccount({ ...signedIn, at })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const submission = parseWithZod(await request.formData(), { schema: changePasswordSchema, error: zodProblem })
  if (submission.status !== 'success') {
    return data({ lastResult: withoutPasswords(submission.reply()) }, { status: 400 })
  }
  const { oldPassword, password } = submission.value
  const outcome = await changePassword({ ...ownAccountAct(request, signedIn), oldPassword, password })
  if (outcome.changed) return redirect(doneAt('/account', 'signIn:done.passwordChanged'))
  const field = outcome.fault === 'wrongOldPassword' ? 'oldPassword' : 'password'
  const reply = submission.reply({ fieldErrors: { [field]: [`signIn:passwordFault.${outcome.fault}`] } })
  return data({ lastResult: withoutPasswords(reply) }, { status: 400 })
}

export default function Account() {
  const t = useT()
  const { personId, fullName, username, sessions, hasSecondFactor, absences } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHeader title={t('signIn:accountTitle')} below={[fullName, username].filter(Boolean).join(' · ')} />
      <DoneNotice />
      <SessionList sessions={sessions} />
      <SecondFactorSummary isOn={hasSecondFactor} />
      <p className="my-4">
        <Link to="/account/notices" className="link">
          {t('notices:ways.link')}
        </Link>
      </p>
      <p className="my-4">
        <Link to={`/people/${personId}/handover-list`} className="link">
          {t('handovers:list.open')}
        </Link>
      </p>
      <AbsenceSummary lists={absences} path="/account/absences" />
      <p className="my-4">
        <Link to={stallsPath(personId)} className="link">
          {t('stalls:open')}
        </Link>
      </p>
      <p className="my-4">
        <Link to="/account/feed" className="link">
          {t('feeds:open')}
        </Link>
      </p>
      <DisplayForm />
      <section aria-labelledby="change-password-heading" className="mt-8 max-w-md">
        <h2 id="change-password-heading" className="mb-1 text-lg font-semibold">
          {t('signIn:changePassword')}
        </h2>
        <p className="mb-4 text-sm text-muted">{t('signIn:changePasswordEffect')}</p>
        <PasswordForm
          id="change-password"
          asksOldPassword
          submit={t('signIn:changePassword')}
          lastResult={answer?.lastResult ?? null}
        />
      </section>
    </>
  )
}
