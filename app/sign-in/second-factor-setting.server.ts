import { z } from 'zod'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { requireAdministrator, type AdministratorAct } from '#app/organisation/administrator-act.ts'
import { POST_ROLES } from '#app/organisation/post-rules.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { SECOND_FACTOR_ROLES } from './second-factor-rules.ts'

export const secondFactorRolesSchema = z.object({ roles: z.array(z.enum(POST_ROLES)).default([]) })
type SecondFactorRoles = z.infer<typeof secondFactorRolesSchema>['roles']

export async function readSecondFactorRoles(organId: string): Promise<SecondFactorRoles> {
  const setting = await db.setting.findUnique({ where: { key: keyOf(organId) } })
  return secondFactorRolesSchema.shape.roles.parse(setting?.value ?? [])
}

/** Whoever holds such a post and has no second factor is led to it at their next page. */
export async function setSecondFactorRoles(act: AdministratorAct & { roles: SecondFactorRoles }): Promise<void> {
  const { by } = act
  requireAdministrator(by, { act: 'changeSignInRules' })
  const key = keyOf(by.organId)
  const roles = POST_ROLES.filter((role) => act.roles.includes(role))
  await transaction('setSecondFactorRoles', async (tx) => {
    const before = await tx.setting.findUnique({ where: { key } })
    await tx.setting.upsert({ where: { key }, create: { key, value: roles }, update: { value: roles } })
    const details = { roles, before: before?.value ?? [] }
    await recordAudit(tx, { ...auditOf(act), kind: 'secondFactorRolesChanged', details })
  })
}

function keyOf(organId: string): string {
  return `${SECOND_FACTOR_ROLES}${organId}`
}
