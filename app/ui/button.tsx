import { Link, type LinkProps } from '@remix-run/react'
import { useId, type ButtonHTMLAttributes, type ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'

export type ButtonLook = 'primary' | 'quiet' | 'danger'

const SHAPE =
  'inline-flex min-h-9 items-center justify-center gap-1.5 rounded-md border px-3.5 py-1 font-medium no-underline text-center'

const LOOKS: Record<ButtonLook, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:bg-accent-strong hover:border-accent-strong',
  quiet: 'border-edge bg-paper text-ink hover:border-accent hover:text-accent',
  danger: 'border-danger bg-paper text-danger hover:bg-danger-soft',
}

/** An act. `primary` at most once a form; `danger` for what takes something from someone. */
export function Button({
  look = 'primary',
  type = 'submit',
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & { look?: ButtonLook }) {
  return <button type={type} className={`${SHAPE} ${LOOKS[look]}`} {...rest} />
}

/** A link that looks like an act: it leads to the page where the act is done. */
export function LinkButton({ look = 'quiet', ...rest }: Omit<LinkProps, 'className'> & { look?: ButtonLook }) {
  return <Link className={`${SHAPE} ${LOOKS[look]}`} {...rest} />
}

/**
 * An act this person may not do, with the reason. It stays reachable by keyboard (`aria-disabled`, not `disabled`), so
 * the reason is heard as well as seen; pressing it does nothing, since it belongs to no form.
 */
export function GreyedAct({ children, reason }: { children: ReactNode; reason: string }) {
  const t = useT()
  const reasonId = useId()
  return (
    <span className="inline-flex max-w-full flex-col items-start gap-0.5">
      <button
        type="button"
        aria-disabled="true"
        aria-describedby={reasonId}
        className={`${SHAPE} cursor-not-allowed! border-dashed border-edge bg-ground text-muted`}
      >
        {children}
      </button>
      <span id={reasonId} className="max-w-64 text-sm text-muted">
        <span className="sr-only">{t('ui:greyed', { reason: '' })}</span>
        {reason}
      </span>
    </span>
  )
}
