import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/fields/error-summary.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { PASSWORD_MIN } from './password-rules.ts'

interface PasswordFormProps {
  id: string
  /** Whoever has a password already gives it first. */
  asksOldPassword?: boolean
  submit: string
  lastResult: SubmissionResult<string[]> | null
}

/** A new password, typed twice. */
export function PasswordForm({ id, asksOldPassword = false, submit, lastResult }: PasswordFormProps) {
  const t = useT()
  const [form, fields] = useForm<{ oldPassword: string; password: string; again: string }>({ id, lastResult })
  const labels: Record<string, string> = {
    oldPassword: t('signIn:oldPassword'),
    password: t('signIn:newPassword'),
    again: t('signIn:newPasswordAgain'),
  }
  return (
    <Form method="post" {...getFormProps(form)}>
      <ErrorSummary form={form} labelOf={(name) => labels[name] ?? name} />
      {asksOldPassword && (
        <TextField
          field={fields.oldPassword}
          label={t('signIn:oldPassword')}
          type="password"
          autoComplete="current-password"
          required
        />
      )}
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
      <Button>{submit}</Button>
    </Form>
  )
}
