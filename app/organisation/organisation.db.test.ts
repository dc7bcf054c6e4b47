import { beforeAll, describe, expect, test } from 'vitest'
import { unitPrincipal, type Actor } from '#workflows/actor.ts'
import { exportAudit } from '#app/audit/export-audit.server.ts'
import { listAudit } from '#app/audit/list-audit.server.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { fromDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { countStatements, statementsSoFar } from '#app/platform/statements.server.ts'
import { seed } from '#prisma/seed.ts'
import { addCharge } from './add-charge.server.ts'
import { addPost } from './add-post.server.ts'
import { changePerson } from './change-person.server.ts'
import { changeUnit } from './change-unit.server.ts'
import { createPerson } from './create-person.server.ts'
import { createUnit } from './create-unit.server.ts'
import { endCharge } from './end-charge.server.ts'
import { endPost } from './end-post.server.ts'
import { endUnit } from './end-unit.server.ts'
import { listPeople } from './people.server.ts'
import { findPerson } from './person.server.ts'
import { listUnits } from './units.server.ts'

const AT = new Date('2026-11-23T01:00:00Z')
const TODAY = '2026-11-23'
const NO_FILTER = { kind: null, who: '', from: null, to: null }
let administrator: Actor

beforeAll(async () => {
  await seed({ demo: true })
  administrator = await actorOf('quantri')
})

describe('units', () => {
  test('stand in a tree, with the people who have a post there today', async () => {
    const khtc = await unitOf('KHTC')
    await createUnit({ ...act(), name: 'Phòng Tài chính', abbreviation: 'PTC', parentId: khtc.id, validFrom: TODAY })
    const units = await listUnits(administrator.organId, TODAY)
    const index = units.findIndex(({ abbreviation }) => abbreviation === 'KHTC')
    expect(units[index]).toMatchObject({ depth: 0, people: 5 })
    expect(units[index + 1]).toMatchObject({ abbreviation: 'PTC', depth: 1, people: 0 })
  })

  test('a renamed unit is found by its new name', async () => {
    const unit = await unitOf('TT')
    await changeUnit({ ...act(), unitId: unit.id, name: 'Vụ Truyền thông', abbreviation: 'TrT' })
    expect((await unitOf('TrT')).searchText).toContain('truyen thong')
  })

  test('with a unit end its posts and the charges over it; its successor is named', async () => {
    const [unit, successor] = [await unitOf('ĐP III'), await unitOf('ĐP II')]
    await endUnit({ ...act(), unitId: unit.id, lastDay: TODAY, successorId: successor.id })
    const ended = { unitId: unit.id, validTo: null }
    expect(await db.post.count({ where: ended })).toBe(0)
    expect(await db.charge.count({ where: ended })).toBe(0)
    const listed = await listUnits(administrator.organId, '2026-11-24')
    expect(listed.find(({ id }) => id === unit.id)).toMatchObject({
      phase: 'past',
      successorName: successor.name,
      people: 0,
    })
  })

  test('a unit that owes work, or still has units in it, cannot end', async () => {
    const unit = await unitOf('KHTC')
    const end = () => endUnit({ ...act(), unitId: unit.id, lastDay: TODAY, successorId: null })
    await expect(end()).rejects.toThrow('unitHasChildren')
    await oweWork(unitPrincipal(unit.id))
    await expect(end()).rejects.toThrow('unitOwesWork')
  })
})

describe('people', () => {
  test('are found without diacritics, in any order of the words, and stand by given name in Vietnamese order', async () => {
    for (const name of ['Lê Văn Đạt', 'Trần Thị Dung', 'Phạm Văn Ân', 'Ngô Thị An', 'Vũ Ăn', 'Lê Văn Dũng']) {
      await createPerson({ ...act(), person: { fullName: name, email: null, phone: null, outsideId: null } })
    }
    const found = async (words: string) => (await list({ words })).rows.map(({ fullName }) => fullName)
    expect(await found('dat le')).toEqual(['Lê Văn Đạt'])
    expect(await found('100%')).toEqual([])
    const everybody = await found('')
    const order = ['Ngô Thị An', 'Vũ Ăn', 'Phạm Văn Ân', 'Trần Thị Dung', 'Lê Văn Dũng', 'Lê Văn Đạt']
    expect(everybody.filter((name) => order.includes(name))).toEqual(order)
  })

  test('the list is two pages of one order, and each page one statement', async () => {
    const first = await list({ limit: 40 })
    const statements = await countStatements(async () => {
      await list({ limit: 40, offset: 40 })
      return statementsSoFar()
    })
    const second = await list({ limit: 40, offset: 40 })
    expect(statements).toBe(1)
    expect(first.total).toBe(second.total)
    expect(first.rows.filter((row) => second.rows.some(({ id }) => id === row.id))).toEqual([])
  })

  test('nobody of another organ is found', async () => {
    const stranger = await personElsewhere()
    const asked = { personId: stranger.id, organId: administrator.organId, at: AT, today: TODAY }
    await expect(findPerson(asked)).rejects.toThrow('notFound')
    const person = { fullName: 'Khác', email: null, phone: null, outsideId: null }
    await expect(changePerson({ ...act(), personId: stranger.id, person })).rejects.toThrow('notFound')
  })

  test('a code from outside belongs to one person', async () => {
    const person = { fullName: 'Trùng Mã', email: null, phone: null, outsideId: 'quantri' }
    await expect(createPerson({ ...act(), person })).rejects.toThrow('outsideIdTaken')
  })
})

describe('posts and charges', () => {
  test('a post begins in a unit that is there, an assistant has a leader', async () => {
    const personId = (await personOf('chuyenvien1.tccb')).id
    const post = { role: 'OFFICER', title: 'Chuyên viên', assistsPersonId: null, validTo: null } as const
    const unitId = (await unitOf('PC')).id
    await expect(addPost({ ...act(), personId, post: { ...post, unitId, validFrom: '2020-12-31' } })).rejects.toThrow(
      'unitNotThere',
    )
    const assistsPersonId = (await personOf('truong.pc')).id
    const assistant = { ...post, role: 'ASSISTANT', unitId, assistsPersonId, validFrom: TODAY } as const
    await expect(addPost({ ...act(), personId, post: assistant })).rejects.toThrow('noLeader')
    await addPost({ ...act(), personId, post: { ...post, unitId, validFrom: TODAY } })
    expect(await db.post.count({ where: { personId } })).toBe(2)
  })

  test('a post ends on its last day; an administrator does not end their own', async () => {
    const person = await personOf('chuyenvien2.tccb')
    const [post] = person.posts
    await endPost({ ...act(), personId: person.id, postId: post?.id ?? '', lastDay: TODAY })
    const { validTo } = await db.post.findUniqueOrThrow({ where: { id: post?.id ?? '' } })
    expect(validTo && fromDayColumn(validTo)).toBe(TODAY)
    const [own] = administrator.posts
    await expect(
      endPost({ ...act(), personId: administrator.personId, postId: own?.id ?? '', lastDay: TODAY }),
    ).rejects.toThrow('ownAdminPost')
  })

  test('only a leader is given a charge, and it can end', async () => {
    const charge = { unitId: (await unitOf('PC')).id, field: null, validFrom: TODAY, validTo: null }
    const officer = await personOf('chuyenvien1.pc')
    await expect(addCharge({ ...act(), personId: officer.id, charge })).rejects.toThrow('noLeader')
    const personId = (await personOf('chunhiem')).id
    await addCharge({ ...act(), personId, charge })
    const added = await db.charge.findFirstOrThrow({ where: { leaderId: personId, unitId: charge.unitId } })
    await endCharge({ ...act(), personId, chargeId: added.id, lastDay: TODAY })
    expect((await db.charge.findUniqueOrThrow({ where: { id: added.id } })).validTo).not.toBeNull()
  })

  test('whoever is no administrator changes nothing', async () => {
    const by = await actorOf('chunhiem')
    const personId = (await personOf('truong.pc')).id
    const person = { fullName: 'Tên Khác', email: null, phone: null, outsideId: null }
    await expect(changePerson({ ...act(), by, personId, person })).rejects.toThrow('adminOnly')
    expect((await personOf('truong.pc')).fullName).toBe('Vụ trưởng Vụ Pháp chế')
  })
})

describe('the audit log', () => {
  test('holds each of these acts, and is filtered by kind, person and day', async () => {
    const { organId } = administrator
    const page = { organId, limit: 100, offset: 0 }
    const all = await listAudit({ ...page, filter: NO_FILTER })
    expect(new Set(all.rows.map(({ kind }) => kind))).toEqual(
      new Set([
        'unitCreated',
        'unitChanged',
        'unitEnded',
        'personCreated',
        'postAdded',
        'postEnded',
        'chargeAdded',
        'chargeEnded',
      ]),
    )
    const ended = await listAudit({ ...page, filter: { ...NO_FILTER, kind: 'unitEnded', who: 'quan tri' } })
    expect(ended).toMatchObject({ total: 1, rows: [{ actorName: 'Quản trị hệ thống' }] })
    const earlier = await listAudit({ ...page, filter: { ...NO_FILTER, to: '2026-11-22' } })
    expect(earlier.total).toBe(0)
  })

  test('comes out as it is filtered, no cell a formula, and the taking out is written down', async () => {
    const person = { fullName: '=HYPERLINK("x")', email: null, phone: null, outsideId: null }
    await createPerson({ ...act(), person })
    const filter = { ...NO_FILTER, kind: 'personCreated' } as const
    const csv = await new Response(await exportAudit({ ...act(), filter, t: translateFor('vi') })).text()
    const lines = csv.trim().split('\r\n')
    expect(lines).toHaveLength((await db.auditEntry.count({ where: { kind: 'personCreated' } })) + 1)
    expect(csv).not.toMatch(/(^|;|")[=+@-]/m)
    expect(await db.auditEntry.count({ where: { kind: 'auditExported' } })).toBe(1)
  })

  test('nobody but an administrator takes it out', async () => {
    const by = await actorOf('truong.pc')
    await expect(exportAudit({ ...act(), by, filter: NO_FILTER, t: translateFor('vi') })).rejects.toThrow('adminOnly')
  })
})

function act() {
  return { by: administrator, address: '10.0.0.1', at: AT }
}

function list({ words = '', limit = 1000, offset = 0 }: { words?: string; limit?: number; offset?: number }) {
  return listPeople({ organId: administrator.organId, words, unitId: null, today: TODAY, limit, offset })
}

function unitOf(abbreviation: string) {
  return db.unit.findFirstOrThrow({ where: { abbreviation } })
}

function personOf(username: string) {
  return db.person.findFirstOrThrow({ where: { login: { username } }, include: { posts: true } })
}

async function actorOf(username: string): Promise<Actor> {
  const { id, organId, posts } = await personOf(username)
  return { personId: id, organId, posts, chargeUnitIds: [], standsInFor: [] }
}

async function personElsewhere() {
  const organ = await db.organ.create({ data: { code: '000.00.01.H01', name: 'Cơ quan khác', abbreviation: 'CQK' } })
  return db.person.create({
    data: { organId: organ.id, fullName: 'Người Khác', givenName: 'Khác', searchText: 'nguoi khac' },
  })
}

/** The bare rows of an obligation: whose it is and that it is open is all that counts here. */
async function oweWork(holder: string): Promise<void> {
  const id = crypto.randomUUID()
  await db.subject.create({
    data: {
      id,
      kind: 'TASK',
      organId: administrator.organId,
      rootId: id,
      title: 'Việc',
      searchText: 'viec',
      workflow: 'task',
      workflowVersion: 1,
      state: 'assigned',
      context: {},
      createdAt: AT,
    },
  })
  await db.workItem.create({
    data: { id: crypto.randomUUID(), subjectId: id, rootId: id, kind: 'RECEIVE', holder, openedAt: AT },
  })
}
