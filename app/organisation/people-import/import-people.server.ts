import { v7 as newId } from 'uuid'
import type { Prisma } from '#prisma/generated/client.ts'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { fromDayColumn, toDayColumn } from '#app/platform/day-column.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import type { LineFault } from '#app/platform/csv-read.ts'
import { requireAdministrator, type AdministratorAct } from '../administrator-act.ts'
import { givenNameOf } from '../names.ts'
import { opensContent } from '../opening-roles.ts'
import { personSearchText } from '../search-texts.ts'
import { tellRoleGrants } from '../tell-role-grants.server.ts'
import { overlap } from '../validity.ts'
import { checkLines, type ImportLine } from './check-lines.ts'
import { readStaffList } from './read-staff-list.ts'

export interface ImportOutcome {
  /** False: nothing of the file was taken, because of the faults. */
  wasTaken: boolean
  people: { added: number; changed: number }
  posts: { added: number; changed: number }
  /** The first of them; `faultCount` says how many there are. */
  faults: LineFault[]
  faultCount: number
}

/** As many as the screen can show and a person would read. */
const FAULTS_SHOWN = 500

const NOTHING = { people: { added: 0, changed: 0 }, posts: { added: 0, changed: 0 } }

/**
 * Takes people and their posts from a CSV file: the whole file, or nothing of it; with `takeGoodLines` the good lines.
 * People are known by their code from outside and posts by person, role, unit and time, so the same file taken twice changes
 * nothing the second time.
 */
export function importPeople(
  act: AdministratorAct & { bytes: Uint8Array; takeGoodLines: boolean },
): Promise<ImportOutcome> {
  const { by, bytes, takeGoodLines } = act
  requireAdministrator(by, { act: 'importPeople' })
  const file = readStaffList(bytes)
  return transaction(
    'importPeople',
    async (tx) => {
      const { organId } = by
      const checked = checkLines(file.lines, {
        units: await tx.unit.findMany({ where: { organId, validTo: null } }),
        leaderOutsideIds: await leaderOutsideIds(tx, organId),
      })
      const faults = [...file.faults, ...checked.faults].sort((one, other) => one.line - other.line)
      if (checked.good.length === 0 || (faults.length > 0 && !takeGoodLines)) {
        return { wasTaken: false, ...NOTHING, faults: faults.slice(0, FAULTS_SHOWN), faultCount: faults.length }
      }
      const { personIds, ...people } = await writePeople(tx, organId, checked.good)
      const { opening, ...posts } = await writePosts(tx, organId, checked.good, personIds)
      await tellRoleGrants(tx, act, opening)
      const details = { lines: checked.good.length, faults: faults.length, people: people.added, posts: posts.added }
      await recordAudit(tx, { ...auditOf(act), kind: 'peopleImported', details })
      return { wasTaken: true, people, posts, faults: faults.slice(0, FAULTS_SHOWN), faultCount: faults.length }
    },
    { seconds: 60 },
  )
}

async function leaderOutsideIds(tx: Transaction, organId: string): Promise<string[]> {
  const leaders = await tx.person.findMany({
    where: { organId, outsideId: { not: null }, posts: { some: { role: 'LEADER' } } },
    select: { outsideId: true },
  })
  return leaders.map(({ outsideId }) => outsideId ?? '')
}

async function writePeople(tx: Transaction, organId: string, lines: ImportLine[]) {
  const wanted = new Map(lines.map(({ person }) => [person.outsideId, person]))
  const known = await tx.person.findMany({
    where: { organId, outsideId: { not: null } },
    include: { login: { select: { username: true } } },
  })
  const knownByCode = new Map(known.map((person) => [person.outsideId ?? '', person]))
  const personIds = new Map(known.map(({ outsideId, id }) => [outsideId ?? '', id]))

  const added: Prisma.PersonCreateManyInput[] = []
  let changed = 0
  for (const person of wanted.values()) {
    const before = knownByCode.get(person.outsideId)
    const derived = { givenName: givenNameOf(person.fullName) }
    if (!before) {
      const id = newId()
      personIds.set(person.outsideId, id)
      added.push({ id, organId, ...person, ...derived, searchText: personSearchText(person) })
    } else if (before.fullName !== person.fullName || before.email !== person.email || before.phone !== person.phone) {
      const searchText = personSearchText({ ...person, username: before.login?.username })
      await tx.person.update({ where: { id: before.id }, data: { ...person, ...derived, searchText } })
      changed += 1
    }
  }
  await tx.person.createMany({ data: added })
  return { added: added.length, changed, personIds }
}

async function writePosts(tx: Transaction, organId: string, lines: ImportLine[], personIds: Map<string, string>) {
  const idOf = (outsideId: string) => {
    const id = personIds.get(outsideId)
    if (!id) throw new Error(`No person was written for the code ${outsideId}.`)
    return id
  }
  const known = await tx.post.findMany({ where: { organId, personId: { in: [...new Set(personIds.values())] } } })
  const knownByPerson = Map.groupBy(known, ({ personId }) => personId)

  const added: Prisma.PostCreateManyInput[] = []
  const opening: string[] = []
  let changed = 0
  for (const { person, post } of lines) {
    const personId = idOf(person.outsideId)
    const { assistsOutsideId, ...columns } = post
    const wanted = {
      ...columns,
      assistsPersonId: assistsOutsideId === null ? null : idOf(assistsOutsideId),
      validFrom: toDayColumn(post.validFrom),
      validTo: post.validTo === null ? null : toDayColumn(post.validTo),
    }
    const before = knownByPerson
      .get(personId)
      ?.find((each) => each.role === post.role && each.unitId === post.unitId && overlap(validityOf(each), post))
    if (before && !isOther(before, wanted)) continue
    const id = before?.id ?? newId()
    if (opensContent(post.role) && (!before || opensOtherwise(before, wanted))) opening.push(id)
    if (before) {
      await tx.post.update({ where: { id }, data: wanted })
      changed += 1
    } else added.push({ id, personId, organId, ...wanted })
  }
  await tx.post.createMany({ data: added })
  return { added: added.length, changed, opening }
}

interface PostColumns {
  title: string
  assistsPersonId: string | null
  validFrom: Date
  validTo: Date | null
}

function isOther(before: PostColumns, wanted: PostColumns): boolean {
  return before.title !== wanted.title || opensOtherwise(before, wanted)
}

/** The days of a post and the leader it assists decide what it opens; its title does not. */
function opensOtherwise(before: PostColumns, wanted: PostColumns): boolean {
  return (
    before.assistsPersonId !== wanted.assistsPersonId ||
    before.validFrom.getTime() !== wanted.validFrom.getTime() ||
    before.validTo?.getTime() !== wanted.validTo?.getTime()
  )
}

function validityOf({ validFrom, validTo }: PostColumns) {
  return { validFrom: fromDayColumn(validFrom), validTo: validTo && fromDayColumn(validTo) }
}
