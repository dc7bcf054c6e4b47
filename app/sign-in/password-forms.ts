import { z } from 'zod'

export const signInSchema = z.object({
  // A NUL is kept by no database, and the tries are counted by name.
  username: z
    .string()
    .trim()
    .max(100)
    .refine((name) => !name.includes('\0')),
  password: z.string().max(200),
  to: z.string().optional(),
})

const newPassword = { password: z.string().max(200), again: z.string().max(200) }

export const firstPasswordSchema = z.object(newPassword).superRefine(isTypedTwice)

export const changePasswordSchema = z
  .object({ oldPassword: z.string().max(200), ...newPassword })
  .superRefine(isTypedTwice)

function isTypedTwice({ password, again }: { password: string; again: string }, context: z.RefinementCtx): void {
  if (password !== again) {
    context.addIssue({ code: 'custom', path: ['again'], message: 'signIn:passwordFault.notTheSame' })
  }
}

/** What was typed does not travel back with the answer: it is a password. */
export function withoutPasswords<Result extends object>(reply: Result): Result {
  return { ...reply, initialValue: {} }
}
