import { Form, Link } from '@remix-run/react'
import type { FormMetadata, SubmissionResult } from '@conform-to/react'
import { getFormProps } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { Problem } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button, type ButtonLook, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/fields/error-summary.tsx'
import { RequestKey, Revision } from '#app/ui/fields/hidden-fields.tsx'
import { Notice, ProblemNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { ActPageWords } from './act-page.server.ts'
import { taskPath } from './paths.ts'
import { refusalWords } from './refusal-words.ts'
import { TaskTimeline } from './task-timeline.tsx'

/** What an act's action answers when the form comes back. */
interface ActAnswer {
  lastResult: SubmissionResult<string[]>
  problem: Problem | null
}

interface ActFrameProps<Shape extends Record<string, unknown>> {
  page: ActPageWords
  /** The name of the act: heading and button. */
  title: string
  /** What will happen, in a sentence. */
  sentence?: string
  look?: ButtonLook
  answer: ActAnswer | undefined
  form: FormMetadata<Shape, string[]>
  labelOf: (name: string) => string
  multipart?: boolean
  children?: ReactNode
}

/** The page of an act: the task it is about, what will happen, the form, and after a lost race what changed meanwhile. */
export function ActFrame<Shape extends Record<string, unknown>>({
  page,
  title,
  sentence,
  look = 'primary',
  answer,
  form,
  labelOf,
  multipart,
  children,
}: ActFrameProps<Shape>) {
  const t = useT()
  const back = taskPath(page.taskId)
  const meanwhile = answer?.problem ? stepsAfter(page, answer.lastResult) : []
  // Whoever has typed something keeps the form before their eyes, even when the act is no longer open.
  const showsForm = !page.refusal || answer !== undefined || page.kept !== null
  return (
    <>
      <PageHeader
        title={title}
        above={
          <Link to={back} className="link">
            {t('directives:heading.task')}
          </Link>
        }
        below={page.holder ?? undefined}
      />
      <p className="mb-4 line-clamp-3 max-w-prose border-l-2 border-line pl-3 whitespace-pre-line text-muted">
        {page.content}
      </p>
      <ProblemNotice problem={answer?.problem} />
      {meanwhile.length > 0 && (
        <section aria-labelledby="meanwhile-heading" className="mb-6 max-w-prose">
          <h2 id="meanwhile-heading" className="mb-2 font-medium">
            {t('directives:heading.meanwhile')}
          </h2>
          <TaskTimeline steps={meanwhile} label={t('directives:heading.meanwhile')} />
        </section>
      )}
      {page.refusal && <Notice>{refusalWords(t, page.refusal, page.kind)}</Notice>}
      {showsForm && (
        <Form
          method="post"
          {...getFormProps(form)}
          encType={multipart ? 'multipart/form-data' : undefined}
          className="max-w-prose"
        >
          <ErrorSummary form={form} labelOf={labelOf} />
          <RequestKey value={page.requestKey} />
          <Revision value={page.revision} />
          <input type="hidden" name="seenStep" value={page.steps.at(-1)?.number ?? 0} />
          {sentence && <p className="mb-4">{sentence}</p>}
          {children}
          <div className="flex flex-wrap gap-3">
            <Button look={look}>{title}</Button>
            <LinkButton to={back}>{t('cancel')}</LinkButton>
          </div>
        </Form>
      )}
    </>
  )
}

function stepsAfter({ steps }: ActPageWords, { initialValue }: SubmissionResult<string[]>) {
  const seen = Number(initialValue?.seenStep)
  return Number.isInteger(seen) ? steps.filter(({ number }) => number > seen) : []
}
