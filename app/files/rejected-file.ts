import { writeProblem } from '#app/i18n/problem.ts'

type RejectionReason =
  /** This kind of file is never taken. */
  | 'wrongType'
  /** The content is not what the name or the browser says. */
  | 'mismatch'
  | 'empty'
  | 'tooLarge'
  | 'tooMany'
  /** All files of the form together are too large. */
  | 'tooMuch'

export interface RejectedFile {
  fieldName: string
  name: string
  reason: RejectionReason
  /** What the reason counts by: mebibytes or files. */
  most?: number
}

/** For `submission.reply({ fieldErrors })`: each refused file is named beside the input it was chosen in. */
export function rejectionErrors(rejected: RejectedFile[]): Record<string, string[]> {
  const errors: Record<string, string[]> = {}
  for (const { fieldName, name, reason, most } of rejected) {
    const problem = writeProblem(`files:rejected.${reason}`, most === undefined ? { name } : { name, most })
    ;(errors[fieldName] ??= []).push(problem)
  }
  return errors
}
