import { givenNameOf } from '#app/organisation/names.ts'
import { personSearchText, unitSearchText } from '#app/organisation/search-texts.ts'
import { newLogin } from '#app/sign-in/new-login.ts'
import type { Actor, ActorPost, PostRole } from '#workflows/actor.ts'
import type { BenchSize } from './size.ts'
import type { Rows } from './tables.ts'
import { idAt } from './id-at.ts'

/** A made-up ministry of the size asked for. It is plain data, so that loading threads can be handed a copy. */
export interface Office {
  organId: string
  units: OfficeUnit[]
  people: OfficePerson[]
  leaders: Actor[]
  secretariat: Actor[]
  /** The unit and the officer whose pages are measured. */
  measuredUnit: number
  measuredOfficer: Actor
  beganAt: Date
}

interface OfficeUnit {
  id: string
  parentId: string | null
  name: string
  abbreviation: string
  head: Actor
  officers: Actor[]
}

interface OfficePerson {
  username: string
  title: string
  actor: Actor
}

const MEASURED_UNIT = 1

export function makeOffice(size: BenchSize, beganAt: Date): Office {
  const newId = () => idAt(beganAt)
  const organId = newId()
  const people: OfficePerson[] = []
  const hire = (username: string, title: string, role: PostRole, post: Partial<ActorPost> = {}): Actor => {
    const posts = [{ id: newId(), role, unitId: null, assistsPersonId: null, ...post }]
    const actor = { personId: newId(), organId, posts, chargeUnitIds: [], standsInFor: [] }
    people.push({ username, title, actor })
    return actor
  }

  const leaders = Array.from({ length: 4 }, (_, n) => hire(`lanhdao${n + 1}`, `Lãnh đạo ${n + 1}`, 'LEADER'))
  const units = unitTree(size).map(({ name, abbreviation, parent }) => ({ id: newId(), name, abbreviation, parent }))
  // The first heads the organ; the others share the units between them.
  for (const [index, { id }] of units.entries()) leaders[1 + (index % (leaders.length - 1))]!.chargeUnitIds.push(id)
  const staffed = units.map(({ parent, ...unit }, index): OfficeUnit => {
    const head = hire(`truong.dv${index}`, `Trưởng ${unit.name}`, 'UNIT_HEAD', { unitId: unit.id })
    hire(`pho.dv${index}`, `Phó ${unit.name}`, 'DEPUTY_HEAD', { unitId: unit.id })
    return { ...unit, parentId: parent === null ? null : units[parent]!.id, head, officers: [] }
  })
  const secretariat = Array.from({ length: size.secretariat }, (_, n) =>
    hire(`tonghop${n + 1}`, `Chuyên viên tổng hợp ${n + 1}`, 'SECRETARIAT', { unitId: units[0]!.id }),
  )
  const hireOfficer = (unit: OfficeUnit): void => {
    const title = `Chuyên viên ${unit.officers.length + 1} ${unit.name}`
    const username = `cv${unit.officers.length + 1}.dv${staffed.indexOf(unit)}`
    unit.officers.push(hire(username, title, 'OFFICER', { unitId: unit.id }))
  }
  const measured = staffed[MEASURED_UNIT]!
  for (let n = 0; n < size.officersOfUnit; n++) hireOfficer(measured)
  for (let n = 0; people.length < size.people; n++) hireOfficer(staffed[n % staffed.length]!)

  return {
    organId,
    units: staffed,
    people,
    leaders,
    secretariat,
    measuredUnit: MEASURED_UNIT,
    measuredOfficer: measured.officers[0]!,
    beganAt,
  }
}

export function usernameOf(office: Office, { personId }: Actor): string {
  return office.people.find(({ actor }) => actor.personId === personId)!.username
}

function unitTree({ departments, sectionsADepartment }: BenchSize) {
  return Array.from({ length: departments }, (_, n) => n).flatMap((n) => {
    const top = n * (sectionsADepartment + 1)
    const department = { name: `Vụ Nghiệp vụ ${n + 1}`, abbreviation: `NV${n + 1}`, parent: null }
    const sections = Array.from({ length: sectionsADepartment }, (_, m) => ({
      name: `Phòng ${m + 1} Vụ Nghiệp vụ ${n + 1}`,
      abbreviation: `NV${n + 1}.P${m + 1}`,
      parent: top,
    }))
    return [department, ...sections]
  })
}

/** Everybody has an account, and all of them one password: only four are ever signed in as. */
export function officeRows(office: Office, passwordHash: string): Rows {
  const { organId, units, people, beganAt } = office
  const validFrom = '2020-01-01'
  const logins = people.map(({ username, title, actor }) =>
    newLogin({ username, fullName: title, personId: actor.personId, passwordHash }),
  )
  return {
    organ: [{ id: organId, code: '000.00.99.H99', name: 'Bộ Đo lường', abbreviation: 'BĐL', own: true }],
    unit: units.map(({ id, parentId, name, abbreviation }, index) => ({
      id,
      organ_id: organId,
      parent_id: parentId,
      name,
      abbreviation,
      search_text: unitSearchText({ name, abbreviation }),
      position: index + 1,
      valid_from: validFrom,
    })),
    person: people.map(({ username, title, actor }) => ({
      id: actor.personId,
      organ_id: organId,
      full_name: title,
      given_name: givenNameOf(title),
      search_text: personSearchText({ fullName: title, username }),
      created_at: beganAt,
    })),
    post: people.flatMap(({ title, actor }) =>
      actor.posts.map(({ id, role, unitId, assistsPersonId }) => ({
        id,
        person_id: actor.personId,
        organ_id: organId,
        unit_id: unitId,
        role,
        title,
        assists_person_id: assistsPersonId,
        valid_from: validFrom,
      })),
    ),
    charge: office.leaders.flatMap(({ personId, chargeUnitIds }) =>
      chargeUnitIds.map((unitId) => ({
        id: idAt(beganAt),
        organ_id: organId,
        leader_id: personId,
        unit_id: unitId,
        valid_from: validFrom,
      })),
    ),
    login: logins.map(({ login }) => ({
      id: login.id,
      person_id: login.personId,
      full_name: login.fullName,
      email: login.email,
      email_verified: login.emailVerified,
      username: login.username,
      display_username: login.displayUsername,
      role: login.role,
      must_set_password: login.mustSetPassword,
      created_at: beganAt,
      updated_at: beganAt,
    })),
    login_method: logins.map(({ method }) => ({
      id: method.id,
      login_id: method.loginId,
      account_id: method.accountId,
      provider_id: method.providerId,
      password: method.password,
      created_at: beganAt,
      updated_at: beganAt,
    })),
  }
}
