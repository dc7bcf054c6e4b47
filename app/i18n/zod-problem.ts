import type { $ZodErrorMap } from 'zod/v4/core'
import { writeProblem } from './problem.ts'

/**
 * zod's complaints as problems in the office's words. Give it to `parseWithZod(formData, { schema, error: zodProblem })`;
 * a schema's own message wins, and should be a code of the `errors` catalogue or `noun:key`.
 */
export const zodProblem: $ZodErrorMap = (issue) => {
  const isAbsent = issue.input === undefined || issue.input === null || issue.input === ''
  if (isAbsent) return writeProblem('field.required')
  switch (issue.code) {
    case 'too_big':
      return writeProblem(issue.origin === 'string' ? 'field.tooLong' : 'field.tooBig', {
        maximum: Number(issue.maximum),
      })
    case 'too_small':
      return writeProblem(issue.origin === 'string' ? 'field.tooShort' : 'field.tooSmall', {
        minimum: Number(issue.minimum),
      })
    case 'invalid_type':
      return writeProblem(issue.expected === 'number' ? 'field.notANumber' : 'field.invalid')
    case 'invalid_value':
      return writeProblem('field.notInList')
    case 'invalid_format':
      if (issue.format === 'date') return writeProblem('field.notADay')
      return writeProblem(issue.format === 'email' ? 'field.notAnEmail' : 'field.invalid')
    default:
      return writeProblem('field.invalid')
  }
}
