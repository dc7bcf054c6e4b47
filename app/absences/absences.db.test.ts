import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addPost } from '#app/organisation/add-post.server.ts'
import { listRoleGrants } from '#app/organisation/role-grants.server.ts'
import { officeDay, stopClock } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { readActor } from '#app/sign-in/read-actor.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import { listAbsences } from './absence-list.server.ts'
import { readAbsenceChoices } from './absence-choices.server.ts'
import { endAbsence } from './end-absence.server.ts'
import { absenceSchema } from './forms.ts'
import { nameSubstitute } from './name-substitute.server.ts'
import { tellAbsences, tellAllAbsences } from './tell-absences.server.ts'

const at = new Date('2026-11-23T02:00:00Z')
const today = officeDay(at)
const inDays = (days: number) => daysAfter(today, days)

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})
beforeEach(() => db.absence.deleteMany())

interface Naming {
  by?: string
  absent: string
  substitute: string
  postId?: string | null
  fromDay?: string
  toDay?: string
}

function name({ absent, by = absent, substitute, postId = null, fromDay = today, toDay = inDays(5) }: Naming) {
  return nameSubstitute({
    by: office.actor(by),
    address: null,
    at,
    personId: office.actor(absent).personId,
    absence: { substituteId: office.actor(substitute).personId, postId, fromDay, toDay },
  })
}

async function end({ absent, by = absent, when = at }: { absent: string; by?: string; when?: Date }): Promise<void> {
  const { personId } = office.actor(absent)
  const { id } = await db.absence.findFirstOrThrow({ where: { personId }, orderBy: { fromDay: 'asc' } })
  await endAbsence({ by: office.actor(by), address: null, at: when, personId, absenceId: id })
}

/** For whom somebody acts on a day of the office, by the rights of that day. */
async function actsFor(username: string, day = today): Promise<string[]> {
  const actor = await readActor({ personId: office.actor(username).personId, at: new Date(`${day}T05:00:00Z`) })
  return actor!.standsInFor.map(({ personId }) => personId)
}

const own = 'absences:errors.'

describe('who may name whom', () => {
  test.each<[string, Naming, string | null]>([
    ['a head names an officer of another unit', { absent: 'truong.tttt', substitute: 'chuyenvien1.khtc' }, null],
    ['an officer names the head', { absent: 'chuyenvien1.tttt', substitute: 'truong.tttt' }, null],
    ['a leader names a leader', { absent: 'chunhiem', substitute: 'phochunhiem1' }, null],
    ['the secretariat names a head', { absent: 'tonghop1', substitute: 'truong.tttt' }, null],
    ['a leader names a head', { absent: 'phochunhiem1', substitute: 'truong.tttt' }, `${own}substituteIsNoLeader`],
    ['a head names a leader', { absent: 'truong.tttt', substitute: 'phochunhiem1' }, null],
    ['somebody names themself', { absent: 'truong.tttt', substitute: 'truong.tttt' }, `${own}ownSubstitution`],
    [
      'somebody names who only keeps accounts',
      { absent: 'truong.tttt', substitute: 'quantri' },
      `${own}substituteHoldsNoPost`,
    ],
    ['an assistant is stood in for', { absent: 'trolychunhiem', substitute: 'tonghop1' }, `${own}nothingCovered`],
    ['an administrator is stood in for', { absent: 'quantri', substitute: 'tonghop1' }, `${own}nothingCovered`],
    [
      'the administrator enters it for who cannot',
      { by: 'quantri', absent: 'truong.tttt', substitute: 'chuyenvien1.khtc' },
      null,
    ],
    [
      'somebody else enters it, be it the chairman',
      { by: 'chunhiem', absent: 'truong.tttt', substitute: 'chuyenvien1.khtc' },
      'organisation:errors.adminOnly',
    ],
    [
      'the substitute enters it',
      { by: 'chuyenvien1.khtc', absent: 'truong.tttt', substitute: 'chuyenvien1.khtc' },
      'organisation:errors.adminOnly',
    ],
  ])('%s', async (_, naming, code) => {
    const named = name(naming)
    if (code) await expect(named).rejects.toMatchObject({ code })
    else await named
    expect(await db.absence.count()).toBe(code ? 0 : 1)
  })

  test('an administrator with another post does not open the content of others to themself', async () => {
    const { personId } = office.actor('quantri')
    const post = {
      role: 'OFFICER',
      title: 'Chuyên viên',
      unitId: office.unitId('TTTT'),
      assistsPersonId: null,
    } as const
    await addPost({
      by: office.actor('quantri'),
      address: null,
      at,
      personId,
      post: { ...post, validFrom: '2021-01-01', validTo: null },
    })
    await expect(name({ by: 'quantri', absent: 'chuyenvien1.tttt', substitute: 'quantri' })).rejects.toMatchObject({
      code: `${own}sameOfAdministrator`,
    })
    await name({ absent: 'chuyenvien1.tttt', substitute: 'quantri' })
    await db.post.deleteMany({ where: { personId, role: 'OFFICER' } })
  })

  test('the substitute has an account that opens', async () => {
    const { personId } = office.actor('chuyenvien2.khtc')
    await db.login.update({ where: { personId }, data: { banned: true } })
    const naming = name({ absent: 'truong.tttt', substitute: 'chuyenvien2.khtc' })
    await expect(naming).rejects.toMatchObject({ code: `${own}substituteHasNoAccount` })
    await db.login.update({ where: { personId }, data: { banned: false } })
  })

  test('a post that ends within the days is not enough', async () => {
    const { personId, posts } = office.actor('chuyenvien2.khtc')
    await db.post.update({ where: { id: posts[0]!.id }, data: { validTo: new Date(inDays(3)) } })
    const naming = { absent: 'truong.tttt', substitute: 'chuyenvien2.khtc' }
    await expect(name(naming)).rejects.toMatchObject({ code: `${own}substituteHoldsNoPost` })
    await name({ ...naming, toDay: inDays(3) })
    await db.post.updateMany({ where: { personId }, data: { validTo: null } })
  })

  test('people of another organ are not found, neither as absent nor as substitute', async () => {
    const other = await db.organ.create({ data: { code: '999.99.99.H57', name: 'Cơ quan khác', abbreviation: 'CQK' } })
    const stranger = await db.person.create({
      data: { organId: other.id, fullName: 'Người ngoài', givenName: 'ngoài', searchText: 'nguoi ngoai' },
    })
    const absence = { substituteId: stranger.id, postId: null, fromDay: today, toDay: today }
    const act = { address: null, at, absence }
    const head = office.actor('truong.tttt')
    await expect(nameSubstitute({ ...act, by: head, personId: head.personId })).rejects.toBeInstanceOf(NotFound)
    const ofStranger = { ...act, personId: stranger.id, absence: { ...absence, substituteId: head.personId } }
    await expect(nameSubstitute({ ...ofStranger, by: office.actor('quantri') })).rejects.toBeInstanceOf(NotFound)
  })
})

describe('the days', () => {
  const entered = (fromDay: string, toDay: string) =>
    absenceSchema(today).safeParse({ substituteId: office.actor('truong.khtc').personId, fromDay, toDay })

  test.each<[string, number, number, string | null]>([
    ['today alone', 0, 0, null],
    ['a whole year', 0, 365, null],
    ['a day more', 0, 366, 'absences:fault.tooLong'],
    ['from yesterday', -1, 3, 'absences:fault.past'],
    ['the wrong way round', 3, 2, 'absences:fault.endsBeforeItBegins'],
  ])('%s', (_, from, to, message) => {
    const problems = entered(inDays(from), inDays(to)).error?.issues.map((issue) => issue.message) ?? []
    expect(problems).toEqual(message ? [message] : [])
  })

  test('no post has two substitutes on one day', async () => {
    const { posts } = office.actor('pho.vp')
    const [first, second] = posts.map(({ id }) => id) as [string, string]
    await name({ absent: 'pho.vp', substitute: 'tonghop1', postId: first })
    await name({ absent: 'pho.vp', substitute: 'tonghop2', postId: second })
    await name({ absent: 'pho.vp', substitute: 'tonghop2', postId: first, fromDay: inDays(6), toDay: inDays(7) })
    for (const postId of [first, null]) {
      const again = name({ absent: 'pho.vp', substitute: 'tonghop2', postId, fromDay: inDays(5), toDay: inDays(5) })
      await expect(again).rejects.toMatchObject({ code: `${own}hasSubstitute` })
    }
  })

  test('the same naming sent twice is one, and so is its end', async () => {
    const naming = { absent: 'truong.tttt', substitute: 'chuyenvien1.khtc', fromDay: inDays(1), toDay: inDays(4) }
    await Promise.all([name(naming), name(naming)])
    expect(await db.absence.count()).toBe(1)
    await expect(name({ ...naming, toDay: inDays(3) })).rejects.toMatchObject({ code: `${own}hasSubstitute` })
    const { personId } = office.actor('truong.tttt')
    const written = { subjectId: personId, kind: 'absenceEnded' }
    const before = await db.auditEntry.count({ where: written })
    await Promise.all([end(naming), end(naming)])
    expect(await db.auditEntry.count({ where: written })).toBe(before + 1)
    await name(naming)
    expect(await db.absence.count()).toBe(2)
  })

  test('of two namings at once one is refused', async () => {
    const outcomes = await Promise.allSettled(
      ['chuyenvien1.khtc', 'truong.khtc'].map((substitute) => name({ absent: 'truong.tttt', substitute })),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.absence.count()).toBe(1)
  })
})

describe('a substitute acts', () => {
  test('from the first day to the last, and no longer', async () => {
    await name({ absent: 'truong.tttt', substitute: 'chuyenvien1.khtc', fromDay: inDays(1), toDay: inDays(2) })
    const days = await Promise.all([0, 1, 2, 3].map((days) => actsFor('chuyenvien1.khtc', inDays(days))))
    expect(days.map(({ length }) => length)).toEqual([0, 1, 1, 0])
  })

  test('until it is ended early, by the absent person or an administrator', async () => {
    for (const by of ['truong.tttt', 'quantri']) {
      await name({ absent: 'truong.tttt', substitute: 'chuyenvien1.khtc' })
      expect(await actsFor('chuyenvien1.khtc')).toHaveLength(1)
      await end({ absent: 'truong.tttt', by })
      expect(await actsFor('chuyenvien1.khtc')).toEqual([])
      await db.absence.deleteMany()
    }
    await name({ absent: 'truong.tttt', substitute: 'chuyenvien1.khtc' })
    await expect(end({ absent: 'truong.tttt', by: 'chuyenvien1.khtc' })).rejects.toMatchObject({
      code: 'organisation:errors.adminOnly',
    })
    const later = end({ absent: 'truong.tttt', when: new Date(at.getTime() + 6 * 24 * 3600_000) })
    await expect(later).rejects.toMatchObject({ code: `${own}isOver` })
  })

  test('for whom they were named, and not for those whom these stand in for', async () => {
    await name({ absent: 'truong.tttt', substitute: 'truong.khtc' })
    await name({ absent: 'truong.khtc', substitute: 'chuyenvien1.khtc' })
    expect(await actsFor('chuyenvien1.khtc')).toEqual([office.actor('truong.khtc').personId])
  })

  test('and it is told to both, and to whoever keeps the log', async () => {
    await name({ absent: 'truong.tttt', substitute: 'truong.khtc' })
    await name({ absent: 'truong.khtc', substitute: 'chuyenvien1.khtc', fromDay: inDays(2), toDay: inDays(9) })
    const [head, substitute] = ['truong.tttt', 'truong.khtc'].map((username) => office.actor(username).personId)
    const ofHead = await listAbsences({ personId: head!, today })
    expect(ofHead.own).toMatchObject([
      { phase: 'current', postTitle: null, substituteAway: { fromDay: inDays(2), toDay: inDays(9) } },
    ])
    expect((await listAbsences({ personId: substitute!, today })).asSubstitute).toMatchObject([{ phase: 'current' }])

    await end({ absent: 'truong.tttt' })
    expect((await listAbsences({ personId: head!, today })).own).toMatchObject([{ phase: 'past', endedAt: at }])
    const kinds = await db.auditEntry.findMany({ where: { subjectId: head!, at }, orderBy: { id: 'asc' } })
    expect(kinds.map(({ kind }) => kind).slice(-2)).toEqual(['substituteNamed', 'absenceEnded'])
  })
})

test('what an administrator opens to a substitute, another administrator is told, and no more', async () => {
  const reader = { organId: office.organId, personId: office.actor('quantri').personId }
  await name({ absent: 'tonghop2', substitute: 'truong.tttt' })
  await name({ by: 'quantri', absent: 'chuyenvien1.tttt', substitute: 'truong.tttt' })
  expect(await listRoleGrants(reader)).toEqual([])
  await name({ by: 'quantri', absent: 'tonghop1', substitute: 'truong.tttt' })
  const substitute = { personId: office.actor('truong.tttt').personId, fullName: 'Giám đốc Trung tâm Thông tin' }
  const told = { ...substitute, role: 'SECRETARIAT', absentName: 'Chuyên viên tổng hợp 1 Văn phòng', isOwn: true }
  expect(await listRoleGrants(reader)).toMatchObject([told])
  await db.roleGrant.deleteMany()
})

test('the form offers who can be named: of a leader only leaders, and nobody without an account', async () => {
  const offered = async (username: string) => {
    const { personId, organId } = office.actor(username)
    const { posts, substitutes } = await readAbsenceChoices({ personId, organId, today })
    return { posts: posts.length, substitutes: substitutes.map(({ value }) => value) }
  }
  expect(await offered('chunhiem')).toMatchObject({ posts: 1, substitutes: { length: 3 } })
  const { posts, substitutes } = await offered('pho.vp')
  expect(posts).toBe(2)
  expect(substitutes).not.toContain(office.actor('pho.vp').personId)
  expect(substitutes).not.toContain(office.actor('quantri').personId)
  expect((await offered('trolychunhiem')).posts).toBe(0)
})

test('whoever assigns is told beside a name who is away and who acts, of a unit by its head', async () => {
  const restart = stopClock(at)
  try {
    await name({ absent: 'truong.tttt', substitute: 'chuyenvien1.khtc', fromDay: inDays(3) })
    await name({ absent: 'tonghop1', substitute: 'tonghop2', fromDay: inDays(20), toDay: inDays(30) })
    const head = { value: office.actor('truong.tttt').personId, label: 'Giám đốc Trung tâm Thông tin' }
    const unit = { value: office.unitId('TTTT'), label: 'Trung tâm Thông tin' }
    const later = { value: office.actor('tonghop1').personId, label: 'Chuyên viên tổng hợp 1' }
    const form = { request: new Request('http://localhost/directives/new'), organId: office.organId }
    const told = await tellAllAbsences({ units: [unit], leaders: [], followers: [later], people: [head] }, form)
    const away = 'vắng 26/11/2026 – 28/11/2026, Chuyên viên 1 Vụ Kế hoạch - Tài chính thay'
    expect(told.units).toEqual([{ ...unit, label: `Trung tâm Thông tin (Giám đốc Trung tâm Thông tin ${away})` }])
    expect(told.people).toEqual([{ ...head, label: `Giám đốc Trung tâm Thông tin (${away})` }])
    expect(told.followers).toEqual([later])
    const delegates = await tellAbsences([{ ...head, value: `person:${head.value}` }], form)
    expect(delegates[0]?.label).toContain(away)
  } finally {
    restart()
  }
})
