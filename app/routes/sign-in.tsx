import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { clientAddress } from '#app/platform/client-address.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { BarePage } from '#app/sign-in/bare-page.tsx'
import { enter } from '#app/sign-in/enter.server.ts'
import { identify } from '#app/sign-in/identify.server.ts'
import { signInSchema } from '#app/sign-in/password-forms.ts'
import { passage, pathThrough, returnPath } from '#app/sign-in/return-path.ts'
import { signIn, type SignInOutcome } from '#app/sign-in/sign-in.server.ts'
import { normalisedUsername } from '#app/sign-in/usernames.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/fields/error-summary.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('signIn:title') }

export async function loader({ request }: LoaderFunctionArgs) {
  const through = passage(request)
  if (await identify(request)) throw redirect(through.to)
  return { ...through, stepEnded: new URL(request.url).searchParams.has('ended') }
}

export async function action({ request }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: signInSchema, error: zodProblem })
  if (submission.status !== 'success') return data({ lastResult: submission.reply(), outcome: null }, { status: 400 })
  const { username, password, to } = submission.value
  const outcome = await signIn({
    username,
    password,
    address: clientAddress(request),
    userAgent: request.headers.get('user-agent'),
    at: now(),
  })
  if (outcome.outcome === 'signedIn') {
    return enter({ username: normalisedUsername(username), cookies: [outcome.cookie], to: returnPath(to) })
  }
  if (outcome.outcome === 'secondFactor') {
    const headers = { 'set-cookie': outcome.cookie }
    return redirect(pathThrough('/sign-in/second-factor', to ?? '/'), { headers })
  }
  const lastResult = submission.reply({ hideFields: ['password'] })
  return data({ lastResult, outcome }, { status: outcome.outcome === 'heldBack' ? 429 : 401 })
}

export default function SignIn() {
  const t = useT()
  const { to, hasKeptForm, stepEnded } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<z.input<typeof signInSchema>>({
    id: 'sign-in',
    lastResult: answer?.lastResult ?? null,
  })
  const labels: Record<string, string> = { username: t('signIn:username'), password: t('signIn:password') }
  return (
    <BarePage title={t('signIn:title')}>
      {hasKeptForm && <Notice>{t('signIn:sessionEnded')}</Notice>}
      {stepEnded && !answer && <Notice kind="error">{t('secondFactor:stepEnded')}</Notice>}
      <Refusal outcome={answer?.outcome ?? null} />
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} labelOf={(name) => labels[name] ?? name} />
        <input type="hidden" name="to" value={to} />
        <TextField
          field={fields.username}
          label={t('signIn:username')}
          hint={t('signIn:usernameHint')}
          autoComplete="username"
          required
        />
        <TextField
          field={fields.password}
          label={t('signIn:password')}
          type="password"
          autoComplete="current-password"
          required
        />
        <Button>{t('signIn:submit')}</Button>
      </Form>
      <p className="mt-6 text-sm text-muted">{t('signIn:help')}</p>
    </BarePage>
  )
}

function Refusal({ outcome }: { outcome: Extract<SignInOutcome, { outcome: 'refused' | 'heldBack' }> | null }) {
  const t = useT()
  if (!outcome) return null
  return (
    <Notice kind="error">
      {outcome.outcome === 'refused' ? t('signIn:refused') : t('signIn:heldBack', { seconds: outcome.waitSeconds })}
    </Notice>
  )
}
