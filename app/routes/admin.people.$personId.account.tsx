import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { AccountActs } from '#app/organisation/account-acts.tsx'
import { accountSchema } from '#app/organisation/account-forms.ts'
import { AccountDescription } from '#app/organisation/account-summary.tsx'
import { AdministrationForm } from '#app/organisation/administration-form.tsx'
import { administratorAct, requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { GivenCode } from '#app/organisation/given-code.tsx'
import { readPersonForm } from '#app/organisation/person-form.server.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { suggestUsername } from '#app/organisation/suggest-username.ts'
import { keepForm } from '#app/platform/respond.server.ts'
import { createAccount, resetPassword } from '#app/sign-in/give-account.server.ts'
import { endSessions, lockAccount, unlockAccount } from '#app/sign-in/lock-account.server.ts'
import { resetSecondFactor } from '#app/sign-in/turn-off-second-factor.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { DoneNotice, Notice, ProblemNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:account') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireAdministratorHere(request, 'manageAccounts')
  const { person } = await readPersonForm(request, params.personId)
  return { person, isOwn: person.id === actor.personId, suggestion: suggestUsername(person.fullName) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const administrator = await administratorAct(request)
  const submission = parseWithZod(await request.formData(), { schema: accountSchema, error: zodProblem })
  if (submission.status !== 'success') {
    return data({ lastResult: submission.reply(), problem: null, given: null }, { status: 400 })
  }
  const personId = requiredId(params.personId)
  const act = { ...administrator, personId }
  const here = `/admin/people/${personId}/account`
  const asked = submission.value
  try {
    switch (asked.act) {
      case 'createAccount':
        return { lastResult: null, problem: null, given: await createAccount({ ...act, username: asked.username }) }
      case 'resetPassword':
        return { lastResult: null, problem: null, given: await resetPassword(act) }
      case 'resetSecondFactor':
        await resetSecondFactor(act)
        return redirect(doneAt(here, 'organisation:done.secondFactorReset'))
      case 'lock':
        await lockAccount(act)
        return redirect(doneAt(here, 'organisation:done.accountLocked'))
      case 'unlock':
        await unlockAccount(act)
        return redirect(doneAt(here, 'organisation:done.accountUnlocked'))
      case 'endSessions':
        await endSessions(act)
        return redirect(doneAt(here, 'organisation:done.sessionsEnded'))
    }
  } catch (error) {
    return keepForm(submission, error)
  }
}

export default function PersonAccount() {
  const t = useT()
  const { person, isOwn, suggestion } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const given = answer && 'given' in answer ? answer.given : null
  return (
    <>
      <PageHeader
        title={t('organisation:accountOf', { name: person.fullName })}
        above={
          <Link to={`/admin/people/${person.id}`} className="link">
            {person.fullName}
          </Link>
        }
      />
      <DoneNotice />
      {person.account && <ProblemNotice problem={answer?.problem} />}
      {given && <GivenCode {...given} fullName={person.fullName} />}
      <AccountDescription account={person.account} />
      {isOwn && <Notice>{t('organisation:ownAccountElsewhere')}</Notice>}
      {person.account && !isOwn && <AccountActs account={person.account} />}
      {!person.account && <CreateAccountForm suggestion={suggestion} personId={person.id} />}
    </>
  )
}

function CreateAccountForm({ suggestion, personId }: { suggestion: string; personId: string }) {
  const t = useT()
  const answer = useActionData<typeof action>()
  const refused = answer?.lastResult ? { lastResult: answer.lastResult, problem: answer.problem } : undefined
  const labels = { username: t('organisation:username') }
  return (
    <div className="mt-6">
      <p className="mb-4 max-w-prose">{t('organisation:createAccountEffect')}</p>
      <AdministrationForm
        id="create-account"
        answer={refused}
        labels={labels}
        defaults={{ username: suggestion }}
        submit={t('organisation:createAccount')}
        backTo={`/admin/people/${personId}`}
      >
        {(fields) => (
          <>
            <input type="hidden" name="act" value="createAccount" />
            <TextField field={fields.username} label={labels.username} hint={t('organisation:usernameHint')} required />
          </>
        )}
      </AdministrationForm>
    </div>
  )
}
