import { officeDay } from '#app/platform/clock.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { type Actor, postIn } from '#workflows/actor.ts'

/**
 * The person with the rights of the day, for a job that goes on with what they asked for: their session may have ended since.
 * Null when their account has been locked, or they have none.
 */
export async function readActor({ personId, at }: { personId: string; at: Date }): Promise<Actor | null> {
  const today = toDayColumn(officeDay(at))
  const validToday = { validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gte: today } }] }
  const person = await db.person.findUnique({
    where: { id: personId },
    select: {
      organId: true,
      login: { select: { banned: true, banExpires: true } },
      posts: {
        where: validToday,
        select: { id: true, role: true, unitId: true, assistsPersonId: true, organId: true },
        orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
      },
      charges: { where: validToday, select: { unitId: true } },
    },
  })
  if (!person?.login) return null
  const { banned, banExpires } = person.login
  if (banned && (!banExpires || banExpires > at)) return null
  const posts = person.posts.filter(({ organId }) => organId === person.organId)
  const actor: Actor = {
    personId,
    organId: person.organId,
    posts: posts.map(({ id, role, unitId, assistsPersonId }) => ({ id, role, unitId, assistsPersonId })),
    chargeUnitIds: [],
  }
  // A charge is a leader's: it lapses with the leader's post.
  if (!postIn(actor, 'LEADER')) return actor
  return { ...actor, chargeUnitIds: [...new Set(person.charges.flatMap(({ unitId }) => unitId ?? []))] }
}
