import { problemWords } from '#app/i18n/problem.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { Refusal } from '#workflows/permit.ts'
import type { AssignmentPart } from '#workflows/assignment/parts.ts'
import type { TaskPart } from '#workflows/task/parts.ts'
import type { AssignmentState, TaskState } from './state-words.tsx'

/** The sentence beside a greyed act: which state stands in the way, or whose act it is. */
export function refusalWords(t: Translate, { code, values }: Refusal, kind: 'task' | 'assignment'): string {
  if (code === 'notInThisState' && values?.state) {
    const state =
      kind === 'task'
        ? t(`directives:taskState.${values.state as TaskState}`)
        : t(`directives:assignmentState.${values.state as AssignmentState}`)
    return t('refusals:notInState', { state })
  }
  if (code === 'notYourPart' && values?.parts) {
    const parts = values.parts.split(' ') as (TaskPart | AssignmentPart)[]
    return t('refusals:onlyFor', { parts: parts.map((part) => t(`refusals:part.${part}`)).join(t('refusals:or')) })
  }
  return problemWords(t, { code: `refusals:${code}`, values: {} })
}
