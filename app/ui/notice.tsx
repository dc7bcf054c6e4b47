import { useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { problemWords, type Problem } from '#app/i18n/problem.ts'
import { useT } from '#app/i18n/use-t.ts'
import { DONE_PARAMETER, isDoneKey } from './done.ts'

type NoticeKind = 'success' | 'info' | 'error'

const LOOKS: Record<NoticeKind, string> = {
  success: 'border-success bg-success-soft text-success',
  info: 'border-accent bg-accent-soft text-accent-strong',
  error: 'border-danger bg-danger-soft text-danger',
}

/** A sentence about what has just happened or must be known here. An error is announced at once. */
export function Notice({ kind = 'info', children }: { kind?: NoticeKind; children: ReactNode }) {
  return (
    <div role={kind === 'error' ? 'alert' : 'status'} className={`mb-4 border-l-4 px-3 py-2 ${LOOKS[kind]}`}>
      {children}
    </div>
  )
}

/** What was done just before this page was opened: the words of `?done=`, which `doneAt` wrote. */
export function DoneNotice() {
  const t = useT()
  const [search] = useSearchParams()
  const key = search.get(DONE_PARAMETER)
  if (!key || !isDoneKey(key)) return null
  return <Notice kind="success">{problemWords(t, { code: key, values: {} })}</Notice>
}

/** Why the act was refused, above the form that keeps what was typed: `problem` of an action's data, if any. */
export function ProblemNotice({ problem }: { problem: Problem | null | undefined }) {
  const t = useT()
  if (!problem) return null
  return <Notice kind="error">{problemWords(t, problem)}</Notice>
}
