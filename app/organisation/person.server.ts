import type { PostRole } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Login } from '#prisma/generated/client.ts'
import { fromDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { lockedUntil } from '#app/sign-in/sign-in-tries.ts'
import { validityPhase, type ValidityPhase } from './validity.ts'

export interface PersonPage {
  id: string
  fullName: string
  email: string | null
  phone: string | null
  outsideId: string | null
  posts: PostRow[]
  charges: ChargeRow[]
  account: PersonAccount | null
}

interface Lasting {
  id: string
  validFrom: Day
  validTo: Day | null
  phase: ValidityPhase
}

export interface PostRow extends Lasting {
  role: PostRole
  title: string
  unitName: string | null
  assistsName: string | null
}

export interface ChargeRow extends Lasting {
  unitName: string | null
  field: string | null
}

export interface PersonAccount {
  username: string
  isLocked: boolean
  /** Wrong passwords have locked it until then. */
  lockedByTriesUntil: Date | null
  awaitsCode: boolean
  hasSecondFactor: boolean
  sessions: number
}

/** All an administrator sees of a person; somebody of another organ is not found. */
export async function findPerson(asked: {
  personId: string
  organId: string
  at: Date
  today: Day
}): Promise<PersonPage> {
  const { personId, organId, at, today } = asked
  const person = await db.person.findFirst({
    where: { id: personId, organId },
    include: {
      posts: { include: { unit: true, assists: true }, orderBy: [{ validFrom: 'desc' }, { id: 'asc' }] },
      charges: { include: { unit: true }, orderBy: [{ validFrom: 'desc' }, { unit: { position: 'asc' } }] },
      login: { include: { _count: { select: { sessions: { where: { expiresAt: { gt: at } } } } } } },
    },
  })
  if (!person) throw new NotFound()

  const lasting = (row: { id: string; validFrom: Date; validTo: Date | null }): Lasting => {
    const validity = { validFrom: fromDayColumn(row.validFrom), validTo: row.validTo && fromDayColumn(row.validTo) }
    return { id: row.id, ...validity, phase: validityPhase(validity, today) }
  }
  return {
    id: person.id,
    fullName: person.fullName,
    email: person.email,
    phone: person.phone,
    outsideId: person.outsideId,
    posts: person.posts.map((post) => ({
      ...lasting(post),
      role: post.role,
      title: post.title,
      unitName: post.unit?.name ?? null,
      assistsName: post.assists?.fullName ?? null,
    })),
    charges: person.charges.map((charge) => ({
      ...lasting(charge),
      unitName: charge.unit?.name ?? null,
      field: charge.field,
    })),
    account: person.login ? await accountOf(person.login, at) : null,
  }
}

async function accountOf(
  login: Pick<Login, 'username' | 'banned' | 'mustSetPassword' | 'twoFactorEnabled'> & { _count: { sessions: number } },
  at: Date,
): Promise<PersonAccount> {
  const username = login.username ?? ''
  const tries = await db.signInTries.findUnique({ where: { username } })
  const lockEnd = tries && lockedUntil(tries)
  return {
    username,
    isLocked: login.banned === true,
    lockedByTriesUntil: lockEnd && lockEnd > at ? lockEnd : null,
    awaitsCode: login.mustSetPassword,
    hasSecondFactor: login.twoFactorEnabled === true,
    sessions: login._count.sessions,
  }
}

/** The leaders of the organ on the day: whom an assistant may be given to. */
export async function listLeaderChoices(organId: string, today: Day) {
  return db.$queryRaw<{ value: string; label: string }[]>`
    select distinct person.id as value, person.full_name as label
    from post join person on person.id = post.person_id
    where post.organ_id = ${organId}::uuid and post.role = 'LEADER'
      and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date)
    order by label`
}
