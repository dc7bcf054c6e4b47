import { v7 as newId } from 'uuid'
import type { Prisma } from '#prisma/generated/client.ts'
import { givenNameOf } from '#app/organisation/names.ts'
import { personSearchText, unitSearchText } from '#app/organisation/search-texts.ts'
import { now } from '#app/platform/clock.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { db, transaction, type Transaction } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { demoPassword, rememberDemoHash } from '#app/sign-in/demo-accounts.server.ts'
import { newLogin } from '#app/sign-in/new-login.ts'
import { hashOneTimeCode, makeOneTimeCode } from '#app/sign-in/one-time-code.server.ts'
import { codeLapsesAt } from '#app/sign-in/one-time-code.ts'
import { hashPassword, unknownPasswordHash } from '#app/sign-in/passwords.server.ts'
import { usualPolicy } from '#app/reminders/usual-policy.ts'
import { DEMO_PEOPLE, type DemoPerson } from './seed/demo-people.ts'
import { DEMO_ORGAN, DEMO_UNITS } from './seed/demo-units.ts'

export type SeedOutcome =
  | { made: 'nothing' }
  | { made: 'demo' }
  /** An organ to be named by its first administrator, who signs in by this code once. */
  | { made: 'firstAdministrator'; username: string; code: string }

export interface SeedOptions {
  /** The demo organisation, or an empty organ with one administrator. */
  demo?: boolean
}

/** Everything of the demo began on this day. */
const DEMO_BEGAN = toDayColumn('2021-01-01')

/** Fills an empty database, once; a database that has an organ is left as it is. */
export async function seed({ demo = env.DEMO }: SeedOptions = {}): Promise<SeedOutcome> {
  // Asked before as well, so that no password is made that belongs to nothing.
  if (await hasOrgan(db)) return { made: 'nothing' }
  return demo ? seedDemo() : seedFirstAdministrator()
}

async function seedDemo(): Promise<SeedOutcome> {
  // One hash for all: the password is one, and so it can be asked later which accounts still have it.
  const passwordHash = await hashPassword(await demoPassword())
  return transaction('seedDemo', async (tx): Promise<SeedOutcome> => {
    if (await hasOrgan(tx)) return { made: 'nothing' }
    const organId = newId()
    const unitIds = new Map(DEMO_UNITS.map(({ slug }) => [slug, newId()]))
    const personIds = new Map(DEMO_PEOPLE.map(({ username }) => [username, newId()]))
    const person = (username: string) => known(personIds, username)
    const unit = (slug: string) => known(unitIds, slug)

    await tx.organ.create({ data: { id: organId, ...DEMO_ORGAN, own: true } })
    await tx.unit.createMany({ data: demoUnits(organId, unit) })
    await tx.person.createMany({ data: DEMO_PEOPLE.map((each) => demoPerson(each, organId, person)) })
    await tx.post.createMany({ data: DEMO_PEOPLE.flatMap((each) => demoPosts(each, organId, person, unit)) })
    await tx.charge.createMany({ data: DEMO_PEOPLE.flatMap((each) => demoCharges(each, organId, person, unit)) })
    const logins = DEMO_PEOPLE.map((each) => newLogin({ ...each, personId: person(each.username), passwordHash }))
    await tx.login.createMany({ data: logins.map(({ login }) => login) })
    await tx.loginMethod.createMany({ data: logins.map(({ method }) => method) })
    await rememberDemoHash(tx, passwordHash)
    await beginReminding(tx, { organId, administratorId: person('quantri'), at: now() })
    return { made: 'demo' }
  })
}

async function seedFirstAdministrator(): Promise<SeedOutcome> {
  const passwordHash = await unknownPasswordHash()
  return transaction('seedFirstAdministrator', async (tx): Promise<SeedOutcome> => {
    if (await hasOrgan(tx)) return { made: 'nothing' }
    const [organId, personId, at] = [newId(), newId(), now()]
    const fullName = 'Quản trị hệ thống'
    const username = 'quantri'
    const { login, method } = newLogin({ username, fullName, personId, passwordHash, mustSetPassword: true })
    const code = makeOneTimeCode()
    await tx.organ.create({
      data: { id: organId, code: '000.00.00.000', name: 'Cơ quan', abbreviation: 'CQ', own: true },
    })
    await tx.person.create({ data: { id: personId, organId, fullName, ...nameColumns(fullName, username) } })
    await tx.post.create({ data: { personId, organId, role: 'ADMIN', title: fullName, validFrom: DEMO_BEGAN } })
    await tx.login.create({ data: login })
    await tx.loginMethod.create({ data: method })
    await tx.oneTimeCode.create({
      data: { loginId: login.id, codeHash: hashOneTimeCode(code), createdAt: at, expiresAt: codeLapsesAt(at) },
    })
    await beginReminding(tx, { organId, administratorId: personId, at })
    return { made: 'firstAdministrator', username, code }
  })
}

async function hasOrgan(database: Pick<Transaction, 'organ'>): Promise<boolean> {
  return (await database.organ.count()) > 0
}

/** An office reminds from its first day, until it decides on a policy of its own. */
async function beginReminding(
  tx: Transaction,
  { organId, administratorId, at }: { organId: string; administratorId: string; at: Date },
): Promise<void> {
  const entered = { enteredById: administratorId, enteredAt: at, putInForceById: administratorId, putInForceAt: at }
  await tx.reminderPolicy.create({ data: { id: newId(), organId, version: 1, policy: usualPolicy, ...entered } })
}

function demoUnits(organId: string, unit: (slug: string) => string): Prisma.UnitCreateManyInput[] {
  return DEMO_UNITS.map(({ slug, name, abbreviation }, index) => ({
    id: unit(slug),
    organId,
    name,
    abbreviation,
    searchText: unitSearchText({ name, abbreviation }),
    position: index + 1,
    validFrom: DEMO_BEGAN,
    outsideId: slug,
  }))
}

function demoPerson(
  each: DemoPerson,
  organId: string,
  person: (username: string) => string,
): Prisma.PersonCreateManyInput {
  return {
    id: person(each.username),
    organId,
    fullName: each.fullName,
    ...nameColumns(each.fullName, each.username),
    outsideId: each.username,
  }
}

function demoPosts(
  each: DemoPerson,
  organId: string,
  person: (username: string) => string,
  unit: (slug: string) => string,
): Prisma.PostCreateManyInput[] {
  return each.posts.map((post, index) => ({
    personId: person(each.username),
    organId,
    unitId: post.unit ? unit(post.unit) : null,
    role: post.role,
    title: post.title,
    assistsPersonId: post.assists ? person(post.assists) : null,
    validFrom: DEMO_BEGAN,
    outsideId: `${each.username}/${index + 1}`,
  }))
}

function demoCharges(
  each: DemoPerson,
  organId: string,
  person: (username: string) => string,
  unit: (slug: string) => string,
): Prisma.ChargeCreateManyInput[] {
  const units = each.charges ?? []
  return units.map((slug) => ({
    organId,
    leaderId: person(each.username),
    unitId: unit(slug),
    validFrom: DEMO_BEGAN,
  }))
}

function nameColumns(fullName: string, username: string) {
  return { givenName: givenNameOf(fullName), searchText: personSearchText({ fullName, username }) }
}

function known(ids: Map<string, string>, name: string): string {
  const id = ids.get(name)
  if (!id) throw new Error(`The demo organisation names ${name}, who is not in it.`)
  return id
}
