import { z } from 'zod'

const password = z.string().max(200)
const code = z.string().trim().max(40)

/** The second step of a sign-in. */
export const secondStepSchema = z.object({ code, to: z.string().optional() })

/** A fresh proof; the code is asked only of whoever has a second factor. */
export const proveAgainSchema = z.object({ password, code: code.optional(), to: z.string().optional() })

export const secondFactorSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('begin'), password }),
  // The letters the picture was made of, so that it can be shown again beside a wrong code.
  z.object({ act: z.literal('confirm'), code, secret: z.string().regex(/^[A-Z2-7]{16,128}$/) }),
  z.object({ act: z.literal('renewCodes'), password }),
  z.object({ act: z.literal('turnOff'), password }),
])
export type SecondFactorAct = z.infer<typeof secondFactorSchema>['act']
