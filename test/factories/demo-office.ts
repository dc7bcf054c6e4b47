import { seed } from '#prisma/seed.ts'
import { db } from '#app/platform/db.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import type { Actor } from '#workflows/actor.ts'

/** The demo organisation in a test's own database, with its people as actors. */
export interface DemoOffice {
  organId: string
  actor: (username: string) => Actor
  unitId: (abbreviation: string) => string
}

export async function demoOffice(at = new Date()): Promise<DemoOffice> {
  await seed({ demo: true })
  const organ = await db.organ.findFirstOrThrow({ where: { own: true } })
  const today = toDayColumn(officeDay(at))
  const validToday = { validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gte: today } }] }
  const people = await db.person.findMany({
    include: { login: true, posts: { where: validToday }, charges: { where: validToday } },
  })
  const units = await db.unit.findMany()
  const actors = new Map(
    people.map((person): [string | null | undefined, Actor] => [
      person.login?.username,
      {
        personId: person.id,
        organId: person.organId,
        posts: person.posts.map(({ id, role, unitId, assistsPersonId }) => ({ id, role, unitId, assistsPersonId })),
        chargeUnitIds: person.charges.flatMap(({ unitId }) => unitId ?? []),
        standsInFor: [],
      },
    ]),
  )
  const unitIds = new Map(units.map((unit) => [unit.abbreviation, unit.id]))
  return {
    organId: organ.id,
    actor: (username) => found(actors.get(username), username),
    unitId: (abbreviation) => found(unitIds.get(abbreviation), abbreviation),
  }
}

function found<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`The demo organisation has no ${name}`)
  return value
}
