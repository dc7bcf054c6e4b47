import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { BarePage } from '#app/sign-in/bare-page.tsx'
import { setFirstPassword } from '#app/sign-in/change-password.server.ts'
import { identify } from '#app/sign-in/identify.server.ts'
import { ownAccountAct } from '#app/sign-in/own-account.server.ts'
import { PasswordForm } from '#app/sign-in/password-form.tsx'
import { firstPasswordSchema, withoutPasswords } from '#app/sign-in/password-forms.ts'
import { doneAt } from '#app/ui/done.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('signIn:newPasswordTitle') }

/** `requireSignedIn` leads here, so this page asks for itself who is there. */
async function requireCodeUsed(request: Request) {
  const signedIn = await identify(request)
  if (!signedIn) throw redirect('/sign-in')
  if (!signedIn.mustSetPassword) throw redirect('/')
  return signedIn
}

export async function loader({ request }: LoaderFunctionArgs) {
  await requireCodeUsed(request)
  return {}
}

export async function action({ request }: ActionFunctionArgs) {
  const signedIn = await requireCodeUsed(request)
  const submission = parseWithZod(await request.formData(), { schema: firstPasswordSchema, error: zodProblem })
  if (submission.status !== 'success') {
    return data({ lastResult: withoutPasswords(submission.reply()) }, { status: 400 })
  }
  const outcome = await setFirstPassword({
    ...ownAccountAct(request, signedIn),
    password: submission.value.password,
  })
  if (outcome.changed) return redirect(doneAt('/account', 'signIn:done.passwordSet'))
  const fieldErrors = { password: [`signIn:passwordFault.${outcome.fault}`] }
  return data({ lastResult: withoutPasswords(submission.reply({ fieldErrors })) }, { status: 400 })
}

export default function NewPassword() {
  const t = useT()
  const answer = useActionData<typeof action>()
  return (
    <BarePage title={t('signIn:newPasswordTitle')}>
      <Notice>{t('signIn:newPasswordWhy')}</Notice>
      <PasswordForm id="new-password" submit={t('signIn:setPassword')} lastResult={answer?.lastResult ?? null} />
    </BarePage>
  )
}
