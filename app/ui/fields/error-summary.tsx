import { useEffect, useRef } from 'react'
import { problemWords, readProblem } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'

interface ErrorSummaryProps {
  /** Conform's form fits as it is. */
  form: { id: string; allErrors: Record<string, string[]> }
  /** What the screen calls a field: `content`, or `tasks[2].content`. */
  labelOf: (name: string) => string
}

/**
 * What is wrong with a form that came back, on top of it: it takes the focus (with script and without) and leads to each
 * field. An error of the whole form has the empty name.
 */
export function ErrorSummary({ form, labelOf }: ErrorSummaryProps) {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  const errors = Object.entries(form.allErrors).filter(([, messages]) => messages.length > 0)
  const seen = JSON.stringify(errors)

  useEffect(() => {
    if (seen !== '[]') box.current?.focus()
  }, [seen])

  if (errors.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      autoFocus
      className="mb-5 border-l-4 border-danger bg-danger-soft px-3 py-2 text-danger"
    >
      <p className="font-medium">{t('ui:errorSummary', { count: errors.length })}</p>
      <ul className="mt-1 list-disc space-y-1 pl-5">
        {errors.map(([name, messages]) => {
          const words = messages.map((message) => problemWords(t, readProblem(message))).join(' ')
          return (
            <li key={name}>
              {name === '' ? (
                words
              ) : (
                <a href={`#${form.id}-${name}`} className="underline">
                  {labelOf(name)}: {words}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
