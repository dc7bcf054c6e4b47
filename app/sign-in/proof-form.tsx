import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { Button, type ButtonLook } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/fields/error-summary.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'

type Asked = 'password' | 'code' | 'recoveryCode'

interface ProofFormProps {
  id: string
  asks: Asked[]
  /** What travels along unseen: the act, and where to go on to. */
  hidden: Record<string, string>
  submit: string
  look?: ButtonLook
  lastResult: SubmissionResult<string[]> | null
}

/** Somebody proves who they are: by the password, a code of the app, a recovery code. */
export function ProofForm({ id, asks, hidden, submit, look = 'primary', lastResult }: ProofFormProps) {
  const t = useT()
  const [form, fields] = useForm<{ password: string; code: string }>({ id, lastResult })
  const codeWords = asks.includes('recoveryCode') ? t('secondFactor:recoveryCode') : t('secondFactor:code')
  const labels: Record<string, string> = { password: t('secondFactor:password'), code: codeWords }
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-md">
      <ErrorSummary form={form} labelOf={(name) => labels[name] ?? name} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {asks.includes('password') && (
        <TextField
          field={fields.password}
          label={t('secondFactor:password')}
          type="password"
          autoComplete="current-password"
          required
        />
      )}
      {asks.includes('code') && (
        <TextField
          field={fields.code}
          label={codeWords}
          hint={t('secondFactor:codeHint')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
        />
      )}
      {asks.includes('recoveryCode') && (
        <TextField
          field={fields.code}
          label={codeWords}
          hint={t('secondFactor:recoveryCodeHint')}
          autoComplete="off"
          required
        />
      )}
      <Button look={look}>{submit}</Button>
    </Form>
  )
}
