import { type FieldMetadata, type FormMetadata, getFormProps } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Problem } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { ErrorSummary } from '#app/ui/fields/error-summary.tsx'
import { RequestKey } from '#app/ui/fields/hidden-fields.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { ProblemNotice } from '#app/ui/notice.tsx'
import type { OrderLook } from './order-answer.server.ts'
import { PreviewOf } from './preview-of.tsx'

interface OrderFormProps<Shape extends Record<string, unknown>> {
  form: FormMetadata<Shape, string[]>
  fields: Record<'fromDay' | 'documentSymbol' | 'documentOn', FieldMetadata<string, Shape, string[]>>
  /** How the order last sent was answered. */
  answer: { problem: Problem | null; look: OrderLook | null } | undefined
  today: string
  backTo: string
  /** What the field of who takes over is called. */
  successor: 'successorId' | 'successorUnit'
  /** Who goes to whom. */
  children: ReactNode
  /** What can be said more exactly once it is seen what moves. */
  afterPreview?: ReactNode
}

/** An order of handover: first looked at, then given. Whatever is changed after the look is looked at again before it is given. */
export function OrderForm<Shape extends Record<string, unknown>>(props: OrderFormProps<Shape>) {
  const { form, fields, answer, today, backTo, successor, children, afterPreview } = props
  const look = answer?.look
  const t = useT()
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-3xl">
      <ProblemNotice problem={answer?.problem} />
      <ErrorSummary form={form} labelOf={(name) => t(`handovers:field.${labelKey(name, successor)}`)} />
      <div className="max-w-xl">
        {children}
        <DayField
          field={fields.fromDay}
          label={t('handovers:field.fromDay')}
          hint={t('handovers:field.fromDayHint')}
          earliest={today}
          required
        />
        <TextField field={fields.documentSymbol} label={t('handovers:field.documentSymbol')} required />
        <DayField field={fields.documentOn} label={t('handovers:field.documentOn')} latest={today} required />
      </div>
      {look && (
        <>
          <input type="hidden" name="seen" value={look.seen} />
          <RequestKey value={look.requestKey} />
          <PreviewOf preview={look.preview} />
          {afterPreview}
        </>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-4">
        <Button name="intent" value="preview" look={look ? 'quiet' : 'primary'}>
          {t(look ? 'handovers:button.previewAgain' : 'handovers:button.preview')}
        </Button>
        {look && (
          <Button name="intent" value="order" look="danger">
            {t('handovers:button.order')}
          </Button>
        )}
        <Link to={backTo} className="link">
          {t('cancel')}
        </Link>
      </div>
    </Form>
  )
}

const labels = ['fromDay', 'documentSymbol', 'documentOn', 'unitIds', 'posts'] as const

/** `unitIds[1]` and `posts[0].unitId` are said by the name of their list. */
function labelKey(name: string, successor: 'successorId' | 'successorUnit') {
  return labels.find((label) => name.startsWith(label)) ?? successor
}
