import { beforeAll, beforeEach, expect, test } from 'vitest'
import { translateFor } from '#app/i18n/translator.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { countStatements, statementsSoFar } from '#app/platform/statements.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { handedTask, issuedTask, passedUpTask, receivedTask, supportedTask } from '#test/factories/directives.ts'
import { restrictedTask } from '#test/visibility/scene.ts'
import { nameSubstitute } from '../name-substitute.server.ts'
import { exportStalls } from './export-stalls.server.ts'
import { periodFrom } from './period.ts'
import { readStalls } from './read-stalls.server.ts'
import { uncoveredWords } from './uncovered-words.ts'

/** A Monday, as the clock of these tests has it for absences to come. */
const at = new Date('2026-11-23T02:00:00Z')
const today = '2026-11-23'
/** The tasks of the factories fall due in June 2030; Monday to Friday. */
const week = { fromDay: '2030-06-24', toDay: '2030-06-30' }

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
  // The information centre has its head alone here; the planning department has deputies.
  await endPosts('TTTT', '2021-12-31')
})
beforeEach(() => db.absence.deleteMany())

/** Of the deputies of a unit. */
async function endPosts(unit: string, validTo: string | null): Promise<void> {
  const { count } = await db.post.updateMany({
    where: { unitId: office.unitId(unit), role: 'DEPUTY_HEAD' },
    data: { validTo: validTo && toDayColumn(validTo) },
  })
  expect(count).toBeGreaterThan(0)
}

function stallsOf(username: string, { by = username, period = week } = {}) {
  return readStalls({ personId: office.actor(username).personId, by: office.actor(by), period, today })
}

async function stallingIn(taskId: string, username: string, asked: Parameters<typeof stallsOf>[1] = {}) {
  const { lines } = await stallsOf(username, asked)
  return lines.filter((line) => line.taskId === taskId)
}

function name(absent: string, substitute: string, period = week) {
  const { personId } = office.actor(absent)
  const absence = { substituteId: office.actor(substitute).personId, postId: null, ...period }
  return nameSubstitute({ by: office.actor(absent), address: null, at, personId, absence })
}

test('what a unit owes stalls while its head is away, and not while a deputy or a substitute is there', async () => {
  const { taskId } = await receivedTask(office)
  const [line, ...others] = await stallingIn(taskId, 'truong.tttt')
  expect(others).toEqual([])
  expect(line).toMatchObject({
    kind: 'PROCESS',
    why: 'due',
    dueOn: '2030-06-30',
    isThroughout: true,
    uncovered: [{ fromDay: '2030-06-24', toDay: '2030-06-28' }],
  })

  await name('truong.tttt', 'chuyenvien1.khtc', { fromDay: '2030-06-24', toDay: '2030-06-26' })
  const [partly] = await stallingIn(taskId, 'truong.tttt')
  expect(partly).toMatchObject({
    isThroughout: false,
    uncovered: [{ fromDay: '2030-06-27', toDay: '2030-06-28' }],
  })
  expect(uncoveredWords(translateFor('vi'), partly!)).toBe('27/06/2030 – 28/06/2030')
  await name('truong.tttt', 'truong.khtc', { fromDay: '2030-06-27', toDay: '2030-06-28' })
  expect(await stallingIn(taskId, 'truong.tttt')).toEqual([])
  expect((await stallsOf('truong.tttt')).answered).toBeGreaterThan(0)
})

test('a unit with a head and deputies goes on without one of them', async () => {
  const { taskId } = await supportedTask(office)
  expect(await stallingIn(taskId, 'truong.khtc')).toEqual([])
  await endPosts('KHTC', '2030-06-25')
  expect(await stallingIn(taskId, 'truong.khtc')).toMatchObject([
    { kind: 'SUPPORT', uncovered: [{ fromDay: '2030-06-26', toDay: '2030-06-28' }] },
  ])
  await endPosts('KHTC', null)
})

test('what others wait for stalls whenever it is due; what is worked at and followed, when it falls due', async () => {
  const early = { fromDay: '2026-11-30', toDay: '2026-12-06' }
  const issued = await issuedTask(office)
  expect(await stallingIn(issued.taskId, 'truong.tttt', { period: early })).toMatchObject([
    { kind: 'RECEIVE', why: 'waits' },
  ])
  const handed = await handedTask(office)
  expect(await stallingIn(handed.taskId, 'chuyenvien1.tttt', { period: early })).toEqual([])
  expect(await stallingIn(handed.taskId, 'chuyenvien1.tttt')).toMatchObject([{ kind: 'PROCESS', why: 'dueBefore' }])
  expect(await stallingIn(handed.taskId, 'tonghop1', { period: early })).toEqual([])
  expect(await stallingIn(handed.taskId, 'tonghop1')).toMatchObject([{ kind: 'FOLLOW', why: 'due' }])
})

test('a result that the leader or the follower may accept waits for neither of them alone', async () => {
  const { taskId } = await passedUpTask(office)
  expect(await stallingIn(taskId, 'chunhiem')).toEqual([])
  await name('tonghop1', 'chuyenvien1.khtc', { fromDay: '2030-06-24', toDay: '2030-06-25' })
  await name('chuyenvien1.khtc', 'chuyenvien2.khtc', { fromDay: '2030-06-25', toDay: '2030-06-25' })
  expect(await stallingIn(taskId, 'chunhiem')).toMatchObject([
    { kind: 'ACCEPT', why: 'waits', uncovered: [{ fromDay: '2030-06-25', toDay: '2030-06-25' }] },
  ])
})

test('of a restricted task no substitute is counted', async () => {
  const { taskId } = await restrictedTask(office)
  const holder = await db.workItem.findFirstOrThrow({ where: { rootId: taskId, kind: 'FOLLOW', settledAt: null } })
  const { login } = await db.person.findUniqueOrThrow({
    where: { id: holder.holder.split(':')[1]! },
    include: { login: true },
  })
  const follower = login!.username!
  await name(follower, 'chuyenvien1.khtc', { fromDay: '2030-01-01', toDay: '2030-12-01' })
  const [line] = await stallingIn(taskId, follower, { period: { fromDay: '2030-01-01', toDay: '2030-12-01' } })
  expect(line).toMatchObject({ restricted: true, isThroughout: true })
})

test('it is asked by oneself, and by whoever may read what somebody owes, who finds in it what they see', async () => {
  const { taskId } = await handedTask(office)
  for (const by of ['chuyenvien1.tttt', 'truong.tttt', 'tonghop2', 'chunhiem']) {
    expect(await stallingIn(taskId, 'chuyenvien1.tttt', { by })).toHaveLength(1)
  }
  for (const by of ['truong.khtc', 'chuyenvien2.tttt', 'quantri']) {
    await expect(stallsOf('chuyenvien1.tttt', { by })).rejects.toBeInstanceOf(NotFound)
  }
  const restricted = await restrictedTask(office)
  const year = { fromDay: '2030-01-01', toDay: '2030-12-01' }
  expect(await stallingIn(restricted.taskId, 'truong.tttt', { by: 'phochunhiem2', period: year })).toEqual([])
})

test('next week is asked about, unless the address says other days in order', () => {
  const asked = (search: string, day = today) => periodFrom(new URL(`http://localhost/stalls${search}`), day)
  const nextWeek = { fromDay: '2026-11-30', toDay: '2026-12-06' }
  expect(asked('')).toEqual(nextWeek)
  expect(asked('', '2026-11-29')).toEqual(nextWeek)
  expect(asked('?from=2026-12-07&to=2026-12-01')).toEqual(nextWeek)
  expect(asked('?from=2026-12-07&to=2030-12-01')).toEqual(nextWeek)
  expect(asked('?from=2026-12-07&to=2026-12-07')).toEqual({ fromDay: '2026-12-07', toDay: '2026-12-07' })
})

test('it takes two statements, and leaves as a file that is written down', async () => {
  await countStatements(async () => {
    await stallsOf('truong.tttt')
    expect(statementsSoFar()).toBe(2)
  })
  const by = office.actor('truong.tttt')
  const file = await exportStalls({ personId: by.personId, by, period: week, locale: 'vi', at })
  const [head, ...lines] = (await file.text()).trim().split('\r\n')
  expect(head).toBe('Nhiệm vụ;Việc phải làm;Văn bản giao;Hạn;Vì sao;Không có ai')
  expect(lines).toHaveLength((await stallsOf('truong.tttt')).lines.length)
  expect(await db.auditEntry.findFirst({ where: { actorId: by.personId, kind: 'listExported' } })).toMatchObject({
    details: { list: 'stalls', from: week.fromDay, to: week.toDay },
  })
})
