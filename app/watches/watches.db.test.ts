import { beforeAll, describe, expect, it } from 'vitest'
import { reassignTask } from '#app/directives/change-people.server.ts'
import { countMyWork, listMyWork } from '#app/directives/my-work.server.ts'
import { countTasks, listTasks } from '#app/directives/task-list.server.ts'
import { db } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { asked, issuedTask, receivedTask } from '#test/factories/directives.ts'
import { principalsOf } from '#workflows/actor.ts'
import type { WantedWatch } from './forms.ts'
import { readWatch } from './read-watch.server.ts'
import { setWatch } from './set-watch.server.ts'

const TODAY = '2026-11-22'

let office: DemoOffice

beforeAll(async () => {
  office = await demoOffice()
})

describe('following', () => {
  it('is for whoever sees the task and owes nothing in it; the list has what one follows', async () => {
    const { taskId } = await receivedTask(office)
    await want('phochunhiem2', taskId, 'followed')
    expect(await followed('phochunhiem2')).toEqual([taskId])
    expect(await followed('phochunhiem1')).toEqual([])
    await expect(want('truong.tttt', taskId, 'followed')).rejects.toMatchObject({ code: 'watches:errors.hasPart' })
    await want('phochunhiem2', taskId, 'nothing')
    expect(await followed('phochunhiem2')).toEqual([])
  })

  it('pressed twice, and by two tabs at once, is once, since the first time', async () => {
    const { taskId } = await receivedTask(office)
    const first = new Date('2026-11-20T02:00:00Z')
    await want('phochunhiem2', taskId, 'followed', first)
    await Promise.all([1, 2, 3].map(() => want('phochunhiem2', taskId, 'followed')))
    const rows = await db.watch.findMany({ where: { taskId } })
    expect(rows.map(({ since, muted }) => [since, muted])).toEqual([[first, false]])
    await Promise.all([1, 2].map(() => want('phochunhiem2', taskId, 'nothing')))
    expect(await db.watch.count({ where: { taskId } })).toBe(0)
  })

  it('of a task one may not see, or that is not there, is answered alike', async () => {
    const { taskId } = await receivedTask(office)
    for (const each of ['followed', 'muted', 'nothing'] as const) {
      await expect(want('truong.khtc', taskId, each)).rejects.toThrow('notFound')
      await expect(want('truong.khtc', office.organId, each)).rejects.toThrow('notFound')
    }
    expect(await readWatch({ taskId, by: office.actor('truong.khtc') })).toBeNull()
  })

  it('ends with the sight of the task, in the list and in its count', async () => {
    const { taskId } = await issuedTask(office)
    const head = office.actor('truong.tttt')
    // As if they had once followed it: now they hold it, and then lose it before they received it.
    await db.watch.create({ data: { personId: head.personId, taskId, muted: false, since: new Date() } })
    expect(await followed('truong.tttt')).toContain(taskId)
    await db.participant.deleteMany({ where: { subjectId: taskId, principal: `unit:${office.unitId('TTTT')}` } })
    expect(await followed('truong.tttt')).not.toContain(taskId)
    expect(await readWatch({ taskId, by: head })).toBeNull()
  })
})

describe('muting', () => {
  it('is for whoever has a part: out of what they are told, not of what they owe', async () => {
    const { taskId, leadId } = await issuedTask(office)
    await expect(want('phochunhiem2', taskId, 'muted')).rejects.toMatchObject({ code: 'watches:errors.hasNoPart' })
    const before = await told('tonghop1')
    await want('tonghop1', taskId, 'muted')
    expect(await told('tonghop1')).toEqual({ count: before.count - 1, ids: before.ids.filter((id) => id !== taskId) })
    expect(await told('tonghop1')).not.toEqual(before)

    await want('truong.tttt', taskId, 'muted')
    const owed = await tab('truong.tttt', 'receipt')
    expect(owed.ids).toContain(taskId)
    expect(await db.workItem.count({ where: { subjectId: leadId, kind: 'RECEIVE', settledAt: null } })).toBe(1)

    await want('tonghop1', taskId, 'nothing')
    expect(await told('tonghop1')).toEqual(before)
  })

  it('is one’s own: a substitute neither follows nor mutes for whom they stand in', async () => {
    const { taskId } = await issuedTask(office)
    const absent = office.actor('tonghop1')
    await want('tonghop1', taskId, 'muted')
    const substitute = { ...office.actor('tonghop2'), standsInFor: [absent] }
    const { rows } = await listMyWork({ tab: 'informed', ...mine(substitute), page: 1, today: TODAY })
    expect(rows.map((row) => row.taskId)).toContain(taskId)
  })

  it('stays said when the part goes to somebody else, and is not taken for following', async () => {
    const { taskId } = await receivedTask(office)
    await want('truong.tttt', taskId, 'muted')
    const to = { leadUnitId: office.unitId('KHTC'), reason: 'Đúng chức năng hơn' }
    await reassignTask({ ...asked(office.actor('chunhiem'), taskId), ...to })
    expect(await readWatch({ taskId, by: office.actor('truong.tttt') })).toEqual({
      isFollowed: false,
      isMuted: true,
      hasPart: false,
    })
    await want('truong.tttt', taskId, 'followed')
    expect(await followed('truong.tttt')).toContain(taskId)
  })
})

function want(username: string, taskId: string, wanted: WantedWatch, at = new Date()): Promise<void> {
  return setWatch({ taskId, want: wanted, by: office.actor(username), at })
}

async function followed(username: string): Promise<string[]> {
  const question = { filters: { watch: 'followed' as const }, ...mine(office.actor(username)), today: TODAY }
  const { rows } = await listTasks({ ...question, page: 1 })
  expect(await countTasks(question, db)).toBe(rows.length)
  return rows.map(({ id }) => id)
}

function told(username: string) {
  return tab(username, 'informed')
}

async function tab(username: string, name: 'informed' | 'receipt') {
  const own = mine(office.actor(username))
  const { rows } = await listMyWork({ tab: name, ...own, page: 1, today: TODAY })
  const counts = await countMyWork(own.principals, TODAY)
  return { count: counts[name], ids: rows.map(({ taskId }) => taskId) }
}

function mine(actor: ReturnType<DemoOffice['actor']>) {
  return { principals: principalsOf(actor), personId: actor.personId }
}
