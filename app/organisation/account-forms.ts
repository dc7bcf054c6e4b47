import { z } from 'zod'
import { usernameSchema } from './forms.ts'

const ACCOUNT_ACTS = ['resetPassword', 'resetSecondFactor', 'lock', 'unlock', 'endSessions'] as const
export type AccountAct = (typeof ACCOUNT_ACTS)[number]

export const accountSchema = z.discriminatedUnion('act', [
  usernameSchema.extend({ act: z.literal('createAccount') }),
  ...ACCOUNT_ACTS.map((act) => z.object({ act: z.literal(act) })),
])
