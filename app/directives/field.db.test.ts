import { beforeAll, describe, expect, it } from 'vitest'
import { toDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective } from '#test/factories/directives.ts'
import { principalsOf } from '#workflows/actor.ts'
import { readDirectiveChoices } from './choices.server.ts'
import { readDraft } from './draft.server.ts'
import { editTask } from './edit-task.server.ts'
import { listTasks } from './task-list.server.ts'

const TODAY = '2026-11-22'
const PAST = '2020-01-01'

let office: DemoOffice

beforeAll(async () => {
  office = await demoOffice()
  await charge('phochunhiem2', { field: 'Chính sách dân tộc' })
  await charge('phochunhiem2', { field: 'Thi đua', validTo: '2021-01-01' })
})

describe('the field of a task', () => {
  it('is proposed from the charges of the day, and spelt as they have it', async () => {
    expect((await readDirectiveChoices(office.organId, TODAY)).fields).toEqual(['Chính sách dân tộc'])
    const { taskIds } = await enteredDirective(office, { tasks: [{ field: 'chinh sach DAN TOC' }, { field: 'Khác' }] })
    expect(await fieldsOf(taskIds)).toEqual(['Chính sách dân tộc', 'Khác'])
  })

  it('is edited with the draft, and taken away again', async () => {
    const { taskIds } = await enteredDirective(office, { tasks: [{ field: 'Khác' }] })
    const by = office.actor('tonghop1')
    const draft = await readDraft(taskIds[0]!, principalsOf(by))
    expect(draft.field).toBe('Khác')
    const task = { ...draft, expectedProduct: undefined, dueOn: '2030-06-30', dueKind: 'FIXED_DAY' as const }
    await editTask({ ...asked(by, taskIds[0]!), task: { ...task, field: 'chính sách dân tộc' } })
    expect(await fieldsOf(taskIds)).toEqual(['Chính sách dân tộc'])
    await editTask({ ...asked(by, taskIds[0]!), task: { ...task, field: undefined } })
    expect(await fieldsOf(taskIds)).toEqual([null])
  })

  it('filters the list', async () => {
    const { taskIds } = await enteredDirective(office, { tasks: [{ field: 'Chỉ có ở đây' }, {}] })
    const question = { principals: principalsOf(office.actor('tonghop1')), today: TODAY, page: 1 }
    const { rows } = await listTasks({ ...question, filters: { field: 'Chỉ có ở đây' } })
    expect(rows.map(({ id }) => id)).toEqual([taskIds[0]])
  })
})

describe('who directs a task from outside, left out', () => {
  const outside = { outside: true, directingLeaderId: undefined }

  it('is the leader in charge of its unit, for each task its own', async () => {
    const [ofOne, ofTwo] = ['phochunhiem1', 'phochunhiem2'].map((each) => office.actor(each).chargeUnitIds)
    const leadUnitIds = [ofOne![0]!, ofTwo![0]!, ofOne![1]!]
    const tasks = leadUnitIds.map((leadUnitId) => ({ leadUnitId }))
    const { taskIds } = await enteredDirective(office, { ...outside, tasks })
    const [one, two] = [office.actor('phochunhiem1'), office.actor('phochunhiem2')].map(idOf)
    expect(await leadersOf(taskIds)).toEqual([one, two, one])
  })

  it('is the leader in charge of its field, where the unit does not tell', async () => {
    const unit = await db.unit.create({
      data: {
        organId: office.organId,
        name: 'Vụ Mới',
        abbreviation: 'VM',
        searchText: 'vu moi vm',
        validFrom: toDayColumn(PAST),
      },
    })
    const task = { leadUnitId: unit.id, field: 'chính sách dân tộc' }
    const { taskIds } = await enteredDirective(office, { ...outside, tasks: [task] })
    expect(await leadersOf(taskIds)).toEqual([idOf(office.actor('phochunhiem2'))])
    await expect(enteredDirective(office, { ...outside, tasks: [{ leadUnitId: unit.id }] })).rejects.toMatchObject({
      code: 'fields:errors.noOneInCharge',
      values: { unit: 'Vụ Mới' },
    })
  })

  it('is asked, where two are in charge', async () => {
    await charge('phochunhiem2', { unitId: office.unitId('TTTT') })
    await expect(enteredDirective(office, outside)).rejects.toMatchObject({ code: 'fields:errors.noOneInCharge' })
    // Of the two the one who is in charge of the field too.
    const { taskIds } = await enteredDirective(office, { ...outside, tasks: [{ field: 'Chính sách dân tộc' }] })
    expect(await leadersOf(taskIds)).toEqual([idOf(office.actor('phochunhiem2'))])
  })
})

interface Charged {
  unitId?: string
  field?: string
  validTo?: string
}

async function charge(username: string, { validTo, ...of }: Charged): Promise<void> {
  const leaderId = idOf(office.actor(username))
  const validity = { validFrom: toDayColumn(PAST), validTo: validTo ? toDayColumn(validTo) : null }
  await db.charge.create({ data: { organId: office.organId, leaderId, ...of, ...validity } })
}

async function fieldsOf(taskIds: string[]): Promise<(string | null)[]> {
  return (await tasksOf(taskIds)).map(({ field }) => field)
}

async function leadersOf(taskIds: string[]): Promise<string[]> {
  return (await tasksOf(taskIds)).map(({ directingLeaderId }) => directingLeaderId)
}

function tasksOf(taskIds: string[]) {
  return db.task.findMany({ where: { id: { in: taskIds } }, orderBy: { position: 'asc' } })
}

function idOf({ personId }: { personId: string }): string {
  return personId
}
