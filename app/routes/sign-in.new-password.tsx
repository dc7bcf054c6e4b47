import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import type { z } from 'zod'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { BarePage } from '#app/sign-in/bare-page.tsx'
import { setFirstPassword } from '#app/sign-in/change-password.server.ts'
import { identify } from '#app/sign-in/identify.server.ts'
import { ownAccountAct } from '#app/sign-in/own-account.server.ts'
import { firstPasswordSchema } from '#app/sign-in/password-forms.ts'
import { PASSWORD_MIN } from '#app/sign-in/password-rules.ts'
import { Button } from '#app/ui/button.tsx'
import { doneAt } from '#app/ui/done.ts'
import { ErrorSummary } from '#app/ui/fields/error-summary.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
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
  if (submission.status !== 'success') return data({ lastResult: hidden(submission.reply()) }, { status: 400 })
  const outcome = await setFirstPassword({
    ...ownAccountAct(request, signedIn),
    password: submission.value.password,
  })
  if (outcome.changed) return redirect(doneAt('/account', 'signIn:done.passwordSet'))
  const fieldErrors = { password: [`signIn:passwordFault.${outcome.fault}`] }
  return data({ lastResult: hidden(submission.reply({ fieldErrors })) }, { status: 400 })
}

/** What was typed does not travel back: it is a password. */
function hidden<Result extends object>(result: Result): Result {
  return { ...result, initialValue: {} }
}

export default function NewPassword() {
  const t = useT()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<z.input<typeof firstPasswordSchema>>({
    id: 'new-password',
    lastResult: answer?.lastResult ?? null,
  })
  const labels: Record<string, string> = { password: t('signIn:newPassword'), again: t('signIn:newPasswordAgain') }
  return (
    <BarePage title={t('signIn:newPasswordTitle')}>
      <Notice>{t('signIn:newPasswordWhy')}</Notice>
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} labelOf={(name) => labels[name] ?? name} />
        <TextField
          field={fields.password}
          label={t('signIn:newPassword')}
          hint={t('signIn:newPasswordHint', { minimum: PASSWORD_MIN })}
          type="password"
          autoComplete="new-password"
          required
        />
        <TextField
          field={fields.again}
          label={t('signIn:newPasswordAgain')}
          type="password"
          autoComplete="new-password"
          required
        />
        <Button>{t('signIn:setPassword')}</Button>
      </Form>
    </BarePage>
  )
}
