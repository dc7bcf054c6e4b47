import type { PostRole } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { refuse, requireAdministrator, type AdministratorAct } from './administrator-act.ts'
import { refusalOfSeeingGrant } from './policy.ts'

export interface RoleGrantRow {
  id: string
  personId: string
  fullName: string
  role: PostRole
  title: string
  /** The holder of the post, where it was opened to their substitute. */
  absentName: string | null
  /** The order of handover by which restricted tasks were opened to the holder. */
  handover: { id: string; documentSymbol: string } | null
  unitName: string | null
  grantedByName: string
  grantedAt: Date
  seenByName: string | null
  seenAt: Date | null
  /** Given by the reader, who waits for another administrator. */
  isOwn: boolean
}

/** The newest are what an administrator looks for; the log has all of them. */
const SHOWN = 200

/** What waits to be seen first, then what was seen, the newest first. */
export async function listRoleGrants(reader: { organId: string; personId: string }): Promise<RoleGrantRow[]> {
  const grants = await db.roleGrant.findMany({
    where: { organId: reader.organId },
    include: {
      post: { include: { person: true, unit: true } },
      absence: { include: { substitute: true } },
      handover: { select: { id: true, documentSymbol: true } },
      grantedBy: true,
      seenBy: true,
    },
    orderBy: [{ seenAt: { sort: 'desc', nulls: 'first' } }, { grantedAt: 'desc' }],
    take: SHOWN,
  })
  return grants.map(({ id, post, absence, handover, grantedBy, grantedAt, seenBy, seenAt }) => ({
    id,
    personId: absence?.substituteId ?? post.personId,
    fullName: absence?.substitute.fullName ?? post.person.fullName,
    absentName: absence && post.person.fullName,
    handover,
    role: post.role,
    title: post.title,
    unitName: post.unit?.name ?? null,
    grantedByName: grantedBy.fullName,
    grantedAt,
    seenByName: seenBy?.fullName ?? null,
    seenAt,
    isOwn: grantedBy.id === reader.personId,
  }))
}

/** How many grants of others nobody has seen yet. */
export function countUnseenGrants({ organId, personId }: { organId: string; personId: string }): Promise<number> {
  return db.roleGrant.count({ where: { organId, seenAt: null, grantedById: { not: personId } } })
}

/** Whether anybody else could see what this administrator grants: another one, in post today, with an account that opens. */
export async function hasSecondAdministrator(asked: {
  organId: string
  personId: string
  today: Day
}): Promise<boolean> {
  const { organId, personId, today } = asked
  const [found] = await db.$queryRaw<{ exists: boolean }[]>`
    select exists (
      select from post join login on login.person_id = post.person_id
      where post.organ_id = ${organId}::uuid and post.role = 'ADMIN' and post.person_id <> ${personId}::uuid
        and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date)
        and login.banned is not true)`
  return found?.exists ?? false
}

/** Says that another administrator has seen it; the first one counts. */
export function seeRoleGrant(act: AdministratorAct & { grantId: string }): Promise<void> {
  const { by, at, grantId } = act
  return transaction('seeRoleGrant', async (tx) => {
    const grant = await tx.roleGrant.findUnique({
      where: { id: grantId },
      include: { post: { include: { person: true } }, absence: { include: { substitute: true } }, handover: true },
    })
    if (!grant) throw new NotFound()
    requireAdministrator(by, { act: 'seeGrants', organId: grant.organId })
    refuse(refusalOfSeeingGrant(by, grant))
    const { count } = await tx.roleGrant.updateMany({
      where: { id: grantId, seenAt: null },
      data: { seenById: by.personId, seenAt: at },
    })
    if (count === 0) return
    const { role, title } = grant.post
    const person = grant.absence?.substitute ?? grant.post.person
    const symbol = grant.handover?.documentSymbol ?? null
    const details = { fullName: person.fullName, role, title, symbol }
    await recordAudit(tx, { ...auditOf(act), kind: 'roleGrantSeen', subjectId: person.id, details })
  })
}
