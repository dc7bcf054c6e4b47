import { type DefaultValue, type SubmissionResult, useForm } from '@conform-to/react'
import type { z } from 'zod'
import { keptValues } from './kept-values.ts'

interface ActFormProps<Fields extends Record<string, unknown>> {
  page: { kept: Parameters<typeof keptValues>[0] }
  /** Of the page's action, where the form came back. */
  answer: { lastResult: SubmissionResult<string[]> } | undefined
  schema: z.ZodType
  /** What the form proposes while nothing was typed. */
  proposed?: DefaultValue<Fields>
}

/** The form of an act: as it came back, as it was kept through a sign-in, or as it is proposed. */
export function useActForm<Fields extends Record<string, unknown>>({
  page,
  answer,
  schema,
  proposed,
}: ActFormProps<Fields>) {
  return useForm<Fields>({
    id: 'act',
    lastResult: answer?.lastResult ?? null,
    defaultValue: (keptValues(page.kept, schema) as DefaultValue<Fields> | undefined) ?? proposed,
  })
}
