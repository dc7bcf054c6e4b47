import { v7 as newId } from 'uuid'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type AdministratorAct, requireAdministrator } from '#app/organisation/administrator-act.ts'
import { opensContent } from '#app/organisation/opening-roles.ts'
import { tellRoleGrants } from '#app/organisation/tell-role-grants.server.ts'
import { fromDayColumn, toDayColumn } from '#app/platform/day-column.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import type { Post } from '#prisma/generated/client.ts'
import type { AbsenceInput } from './forms.ts'
import { collide, coveredPosts, isSame, type LastingPost, refusalOfNaming } from './policy.ts'

export type AbsenceAct = AdministratorAct & {
  /** Who is absent. */
  personId: string
}

/**
 * Somebody says that they will be absent and who acts for them, or an administrator says it for who cannot. The same said again
 * changes nothing.
 *
 * @throws NotFound for a person of another organ; Refused with the reason where this substitute cannot be, or is one too many
 */
export function nameSubstitute(act: AbsenceAct & { absence: AbsenceInput }): Promise<void> {
  const { by, at, personId, absence } = act
  return transaction('nameSubstitute', async (tx) => {
    const absent = await absentPerson(tx, act)
    const others = await lastingAbsences(tx, personId)
    if (others.some((other) => isSame(absence, other))) return
    const substitute = await tx.person.findFirst({
      where: { id: absence.substituteId, organId: absent.organId },
      include: { posts: true, login: { select: { banned: true } } },
    })
    if (!substitute) throw new NotFound()
    const inScope = absent.posts.filter(({ id }) => absence.postId === null || id === absence.postId)
    const posts = inScope.map(lasting)
    const refusal = refusalOfNaming({
      absentId: personId,
      enteredById: by.personId,
      posts,
      substitute: {
        id: substitute.id,
        posts: substitute.posts.filter(({ organId }) => organId === absent.organId).map(lasting),
        hasAccount: substitute.login !== null && substitute.login.banned !== true,
      },
      period: absence,
    })
    if (refusal) throw new Refused(`absences:errors.${refusal}`, { substitute: substitute.fullName })
    const other = others.find((each) => collide(absence, each))
    if (other) throw new Refused('absences:errors.hasSubstitute', { substitute: other.fullName })

    const absenceId = newId()
    const days = { fromDay: toDayColumn(absence.fromDay), toDay: toDayColumn(absence.toDay) }
    await tx.absence.create({
      data: {
        id: absenceId,
        organId: absent.organId,
        personId,
        ...absence,
        ...days,
        enteredById: by.personId,
        enteredAt: at,
      },
    })
    // What the absent person hands on is theirs; what an administrator opens for them, two pairs of eyes have seen.
    if (by.personId !== personId) {
      const opening = coveredPosts(posts, absence).filter(({ role }) => opensContent(role))
      await tellRoleGrants(
        tx,
        act,
        opening.map(({ id }) => id),
        { absenceId },
      )
    }
    const details = {
      fullName: absent.fullName,
      substitute: substitute.fullName,
      title: absence.postId === null ? null : (inScope[0]?.title ?? null),
      validFrom: absence.fromDay,
      validTo: absence.toDay,
    }
    await recordAudit(tx, { ...auditOf(act), kind: 'substituteNamed', subjectId: personId, details })
  })
}

/**
 * The person with their posts, locked: two who name substitutes for the same days at once come one after the other. The lock leaves
 * alone what only refers to the person.
 */
async function absentPerson(tx: Transaction, { by, personId }: AbsenceAct) {
  await tx.$queryRaw`select from person where id = ${personId}::uuid for no key update`
  const person = await tx.person.findUnique({ where: { id: personId }, include: { posts: true } })
  if (!person) throw new NotFound()
  if (by.personId !== personId) requireAdministrator(by, { act: 'enterAbsences', organId: person.organId })
  return { ...person, posts: person.posts.filter(({ organId }) => organId === person.organId) }
}

/** Those not ended before their last day, the first first, each with the name of the substitute. */
async function lastingAbsences(tx: Transaction, personId: string): Promise<(AbsenceInput & { fullName: string })[]> {
  const rows = await tx.absence.findMany({
    where: { personId, endedAt: null },
    include: { substitute: { select: { fullName: true } } },
    orderBy: { fromDay: 'asc' },
  })
  return rows.map(({ substituteId, substitute, postId, fromDay, toDay }) => ({
    substituteId,
    fullName: substitute.fullName,
    postId,
    fromDay: fromDayColumn(fromDay),
    toDay: fromDayColumn(toDay),
  }))
}

function lasting({ id, role, validFrom, validTo }: Post): LastingPost {
  return { id, role, validFrom: fromDayColumn(validFrom), validTo: validTo && fromDayColumn(validTo) }
}
