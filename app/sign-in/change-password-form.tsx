import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/fields/error-summary.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { PASSWORD_MIN } from './password-rules.ts'

export function ChangePasswordForm({ lastResult }: { lastResult: SubmissionResult<string[]> | null }) {
  const t = useT()
  const [form, fields] = useForm<{ oldPassword: string; password: string; again: string }>({
    id: 'change-password',
    lastResult,
  })
  const labels: Record<string, string> = {
    oldPassword: t('signIn:oldPassword'),
    password: t('signIn:newPassword'),
    again: t('signIn:newPasswordAgain'),
  }
  return (
    <section aria-labelledby="change-password-heading" className="mt-8 max-w-md">
      <h2 id="change-password-heading" className="mb-1 text-lg font-semibold">
        {t('signIn:changePassword')}
      </h2>
      <p className="mb-4 text-sm text-muted">{t('signIn:changePasswordEffect')}</p>
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} labelOf={(name) => labels[name] ?? name} />
        <TextField
          field={fields.oldPassword}
          label={t('signIn:oldPassword')}
          type="password"
          autoComplete="current-password"
          required
        />
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
        <Button>{t('signIn:changePassword')}</Button>
      </Form>
    </section>
  )
}
