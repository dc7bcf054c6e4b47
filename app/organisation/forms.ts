import { z } from 'zod'
import { daySchema } from '#workflows/calendar/day.ts'
import { isUsername, normalisedUsername } from '#app/sign-in/usernames.ts'
import { POST_ROLES, postFault } from './post-rules.ts'

/** The shapes of what an administrator types; an empty field is an absent one. */
const line = (maximum: number) => z.string().trim().min(1).max(maximum)
const optionalId = z
  .uuid()
  .nullish()
  .transform((id) => id ?? null)
const optionalDay = daySchema.nullish().transform((day) => day ?? null)

export const unitSchema = z.object({ name: line(200), abbreviation: line(30) })

export const newUnitSchema = unitSchema.extend({ parentId: optionalId, validFrom: daySchema })

export const endUnitSchema = z.object({ lastDay: daySchema, successorId: optionalId })

export const personSchema = z.object({
  fullName: line(100),
  email: z
    .email()
    .max(200)
    .nullish()
    .transform((email) => email ?? null),
  phone: z
    .string()
    .trim()
    .max(30)
    .nullish()
    .transform((phone) => phone ?? null),
  outsideId: z
    .string()
    .trim()
    .max(100)
    .nullish()
    .transform((id) => id ?? null),
})
export type PersonInput = z.infer<typeof personSchema>

export const postSchema = z
  .object({
    role: z.enum(POST_ROLES),
    title: line(200),
    unitId: optionalId,
    assistsPersonId: optionalId,
    validFrom: daySchema,
    validTo: optionalDay,
  })
  .superRefine((post, context) => {
    const fault = postFault(post)
    if (fault)
      context.addIssue({ code: 'custom', path: [fault.field], message: `organisation:postFault.${fault.code}` })
  })
export type PostInput = z.infer<typeof postSchema>

export const chargeSchema = z
  .object({
    unitId: optionalId,
    field: z
      .string()
      .trim()
      .max(200)
      .nullish()
      .transform((field) => field ?? null),
    validFrom: daySchema,
    validTo: optionalDay,
  })
  .superRefine(({ unitId, field, validFrom, validTo }, context) => {
    if (!unitId && !field)
      context.addIssue({ code: 'custom', path: ['unitId'], message: 'organisation:chargeOfNothing' })
    if (validTo !== null && validTo < validFrom) {
      context.addIssue({ code: 'custom', path: ['validTo'], message: 'organisation:postFault.endsBeforeItBegins' })
    }
  })
export type ChargeInput = z.infer<typeof chargeSchema>

export const lastDaySchema = z.object({ lastDay: daySchema })

export const usernameSchema = z.object({
  username: z.string().transform(normalisedUsername).refine(isUsername, { message: 'signIn:errors.usernameShape' }),
})
