import { problemWords } from '#app/i18n/problem.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { Refusal } from '#workflows/permit.ts'
import type { AssignmentPart } from '#workflows/assignment/parts.ts'
import type { TaskPart } from '#workflows/task/parts.ts'
import type { ExtensionRequestPart } from '#workflows/extension-request/parts.ts'
import type { AssignmentState, ExtensionRequestState, TaskState } from './state-words.tsx'

/** What an act is on. */
export type ActKind = 'task' | 'assignment' | 'extensionRequest'

/** The sentence beside a greyed act: which state stands in the way, or whose act it is. */
export function refusalWords(t: Translate, { code, values }: Refusal, kind: ActKind): string {
  if (code === 'notInThisState' && values?.state) {
    const state = stateWords(t, kind, values.state)
    return t('refusals:notInState', { state })
  }
  if (code === 'notYourPart' && values?.parts) {
    const parts = values.parts.split(' ') as (TaskPart | AssignmentPart | ExtensionRequestPart)[]
    return t('refusals:onlyFor', { parts: parts.map((part) => t(`refusals:part.${part}`)).join(t('refusals:or')) })
  }
  return problemWords(t, { code: `refusals:${code}`, values: {} })
}

function stateWords(t: Translate, kind: ActKind, state: string): string {
  switch (kind) {
    case 'task':
      return t(`directives:taskState.${state as TaskState}`)
    case 'assignment':
      return t(`directives:assignmentState.${state as AssignmentState}`)
    case 'extensionRequest':
      return t(`directives:extensionRequestState.${state as ExtensionRequestState}`)
  }
}
