import { beforeAll, describe, expect, it } from 'vitest'
import { v7 as newId } from 'uuid'
import { db } from '#app/platform/db.server.ts'
import { Conflict, NotFound, Refused } from '#app/platform/errors.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective, handedTask, issuedTask, passedUpTask } from '#test/factories/directives.ts'
import { principalsOf } from '#workflows/actor.ts'
import { readDirectiveChoices, readHandOnChoices } from './choices.server.ts'
import { readDirectivePage } from './directive-page.server.ts'
import { readDraft } from './draft.server.ts'
import { editSource } from './edit-source.server.ts'
import { editTask } from './edit-task.server.ts'
import { enterDirective } from './enter-directive.server.ts'
import { exportTasks } from './export-tasks.server.ts'
import { editedTaskSchema } from './forms.ts'
import { countMyWork, listMyWork } from './my-work.server.ts'
import { acceptResult, issueTask } from './simple-acts.server.ts'
import { eachTask, listTasks } from './task-list.server.ts'
import { readTaskPage } from './task-page.server.ts'

const today = '2026-11-23'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

function reader(username: string) {
  const actor = office.actor(username)
  return { actor, principals: principalsOf(actor), today }
}

describe('entering a directive', () => {
  it('a second time with the same key enters nothing and names the first', async () => {
    const requestKey = newId()
    const enter = () =>
      enterDirective({
        directive: {
          sourceKind: 'MEETING',
          issuingOrgan: 'Ủy ban Dân tộc',
          subject: 'Họp giao ban',
          directingLeaderId: office.actor('chunhiem').personId,
          followerId: office.actor('tonghop1').personId,
          restricted: false,
          namedPersonIds: [],
          tasks: [{ content: 'Việc', leadUnitId: office.unitId('VP'), urgency: 'NORMAL', openEnded: true }],
        },
        files: [],
        by: office.actor('tonghop1'),
        requestKey,
        at: new Date(),
      })
    const [first, second] = await Promise.all([enter(), enter()])
    expect(second).toEqual(first)
    expect(await db.task.count({ where: { directiveId: first.directiveId } })).toBe(1)
  })

  it('is for the secretariat, and for an assistant of the directing leader only', async () => {
    const chairmans = { directingLeaderId: office.actor('chunhiem').personId }
    await expect(enterAs('trolychunhiem', chairmans)).resolves.toBeDefined()
    await expect(enterAs('trolyphochunhiem1', chairmans)).rejects.toBeInstanceOf(Refused)
    await expect(enterAs('truong.tttt', chairmans)).rejects.toBeInstanceOf(Refused)
    await expect(enterAs('quantri', chairmans)).rejects.toBeInstanceOf(Refused)
  })

  it('refuses whoever does not hold the post the part needs', async () => {
    const head = office.actor('truong.tttt').personId
    await expect(enteredDirective(office, { directingLeaderId: head })).rejects.toMatchObject({
      code: 'directives:errors.leaderHasNoPost',
    })
    await expect(enteredDirective(office, { followerId: head })).rejects.toMatchObject({
      code: 'directives:errors.followerHasNoPost',
    })
    const stranger = office.actor('truong.khtc').personId
    await expect(enteredDirective(office, { restricted: true, namedPersonIds: [stranger] })).rejects.toMatchObject({
      code: 'directives:errors.noHeadNamed',
    })
  })

  async function enterAs(username: string, { directingLeaderId }: { directingLeaderId: string }) {
    return enterDirective({
      directive: {
        sourceKind: 'MEETING',
        issuingOrgan: 'Ủy ban Dân tộc',
        subject: 'Họp giao ban',
        directingLeaderId,
        followerId: office.actor('tonghop1').personId,
        restricted: false,
        namedPersonIds: [],
        tasks: [{ content: 'Việc', leadUnitId: office.unitId('VP'), urgency: 'NORMAL', openEnded: true }],
      },
      files: [],
      by: office.actor(username),
      requestKey: newId(),
      at: new Date(),
    })
  }
})

describe('editing', () => {
  it('a draft moves its day, its leader and what is owed with it', async () => {
    const { taskIds } = await enteredDirective(office)
    const taskId = taskIds[0]!
    const draft = await readDraft(taskId, principalsOf(office.actor('tonghop1')))
    const deputy = office.actor('phochunhiem1').personId
    const task = editedTaskSchema.parse({
      ...draft,
      expectedProduct: undefined,
      directingLeaderId: deputy,
      dueOn: '2031-01-15',
    })
    await editTask({ ...asked(office.actor('tonghop1'), taskId), task })
    const open = await db.workItem.findMany({ where: { rootId: taskId, settledAt: null } })
    expect(open).toMatchObject([{ kind: 'ISSUE', holder: `person:${deputy}`, dueOn: new Date('2031-01-15') }])
  })

  it('that would hide the draft from whoever edits it is refused in words, not as if it were not there', async () => {
    const { taskIds } = await enteredDirective(office)
    const other = office.actor('tonghop2')
    const draft = await readDraft(taskIds[0]!, principalsOf(other))
    const namedPersonIds = [office.actor('truong.tttt').personId]
    const task = editedTaskSchema.parse({ ...draft, expectedProduct: undefined, restricted: true, namedPersonIds })
    await expect(editTask({ ...asked(other, taskIds[0]!), task })).rejects.toMatchObject({
      code: 'refusals:wouldHideFromYourself',
    })
  })

  it('is over once the task is issued', async () => {
    const { taskId } = await issuedTask(office)
    const draft = await readDraft(taskId, principalsOf(office.actor('tonghop1')))
    const task = editedTaskSchema.parse({ ...draft, expectedProduct: undefined })
    await expect(editTask({ ...asked(office.actor('tonghop1'), taskId), task })).rejects.toBeInstanceOf(Refused)
  })

  it('of the source tells the second that somebody was quicker, and opens the issuing to the secretariat', async () => {
    const { directiveId, taskIds } = await enteredDirective(office, { symbol: undefined })
    const { revision } = await db.directive.findUniqueOrThrow({ where: { id: directiveId } })
    const edit = () =>
      editSource({
        directiveId,
        revision,
        source: {
          sourceKind: 'CONCLUSION_NOTICE',
          symbol: '16/TB-UBDT',
          signedOn: '2021-09-10',
          signer: 'Bộ trưởng, Chủ nhiệm',
          issuingOrgan: 'Ủy ban Dân tộc',
          subject: 'Kết luận',
        },
        files: [],
        by: office.actor('tonghop1'),
        at: new Date(),
      })
    await edit()
    await expect(edit()).rejects.toBeInstanceOf(Conflict)
    await issueTask(asked(office.actor('tonghop1'), taskIds[0]!))
  })
})

describe('my work', () => {
  it('has each obligation in one tab, counted in the menu as listed', async () => {
    await handedTask(office)
    await passedUpTask(office)
    for (const username of ['chunhiem', 'tonghop1', 'truong.tttt', 'chuyenvien1.tttt']) {
      const { actor, principals } = reader(username)
      const counts = await countMyWork(principals, today)
      for (const tab of ['receipt', 'processing', 'review', 'informed', 'overdue'] as const) {
        const { rows, total } = await listMyWork({ tab, principals, personId: actor.personId, page: 1, today })
        expect({ username, tab, total }).toEqual({ username, tab, total: counts[tab] })
        expect(rows.length).toBe(Math.min(total, 50))
      }
    }
    const { principals, actor } = reader('chuyenvien1.tttt')
    const done = await listMyWork({ tab: 'done', principals, personId: actor.personId, page: 1, today })
    expect(done.rows.length).toBeGreaterThan(0)
  })
})

describe('the lists', () => {
  it('find a task without diacritics, and only for who may see it', async () => {
    await enteredDirective(office, { tasks: [{ content: 'Rà soát chế độ phụ cấp vùng đặc biệt khó khăn' }] })
    const filters = { q: 'phu cap vung DAC biet' }
    expect((await listTasks({ filters, ...reader('tonghop1'), page: 1 })).total).toBe(1)
    expect((await listTasks({ filters, ...reader('truong.khtc'), page: 1 })).total).toBe(0)
    expect((await listTasks({ filters, ...reader('quantri'), page: 1 })).total).toBe(0)
  })

  it('show what an export has, each task once however many ways it is seen', async () => {
    for (const username of ['tonghop1', 'chunhiem', 'truong.tttt', 'chuyenvien1.tttt', 'truong.khtc', 'quantri']) {
      const listed = await listTasks({ filters: {}, ...reader(username), page: 1 })
      const each = await Array.fromAsync(eachTask({ filters: {}, ...reader(username) }))
      expect({ username, total: listed.total, rows: listed.rows }).toEqual({
        username,
        total: each.length,
        rows: each.slice(0, 50),
      })
    }
  })

  it('treat a percent sign as a letter', async () => {
    expect((await listTasks({ filters: { q: '%' }, ...reader('tonghop1'), page: 1 })).total).toBe(0)
  })

  it('are exported as filtered, and no cell becomes a formula', async () => {
    await enteredDirective(office, { tasks: [{ content: '=1+1 báo cáo xuất thử' }] })
    const { actor, principals } = reader('tonghop1')
    const filters = { q: 'xuat thu' }
    const response = await exportTasks({ filters, by: actor, principals, locale: 'vi', at: new Date() })
    const lines = (await response.text()).trimEnd().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/^'=1\+1 báo cáo/)
    expect(await db.auditEntry.count({ where: { kind: 'listExported', actorId: actor.personId } })).toBe(1)
  })
})

describe('the task page', () => {
  it('names whose move it is and what happened, with the reason of each greyed act', async () => {
    const { taskId } = await passedUpTask(office)
    const page = await readTaskPage({ taskId, ...reader('truong.tttt') })
    expect(page.moves.map(({ kind }) => kind)).toEqual(['ACCEPT', 'ACCEPT'])
    expect(page.steps.map(({ number }) => number)).toEqual(page.steps.map((_, index) => index + 1))
    expect(page.acts.find(({ act }) => act === 'accept')?.refusal).toMatchObject({ code: 'notYourPart' })
    await acceptResult(asked(office.actor('chunhiem'), taskId))
    const after = await readTaskPage({ taskId, ...reader('truong.tttt') })
    expect(after).toMatchObject({ state: 'completed', timeliness: 'DONE_ON_TIME', moves: [] })
  })

  it('is not there for an officer of the unit who has no part', async () => {
    const { taskId } = await handedTask(office)
    await expect(readTaskPage({ taskId, ...reader('chuyenvien2.tttt') })).rejects.toBeInstanceOf(NotFound)
    await expect(readTaskPage({ taskId, ...reader('chuyenvien1.tttt') })).resolves.toBeDefined()
  })
})

describe('a directive', () => {
  it('shows of its tasks those the reader may see', async () => {
    const { directiveId, taskIds } = await enteredDirective(office, {
      tasks: [{}, { leadUnitId: office.unitId('KHTC') }],
    })
    for (const taskId of taskIds) await issueTask(asked(office.actor('chunhiem'), taskId))
    const seen = await readDirectivePage({ directiveId, ...reader('truong.khtc') })
    expect(seen.tasks.map(({ id }) => id)).toEqual([taskIds[1]])
    await expect(readDirectivePage({ directiveId, ...reader('truong.pc') })).rejects.toBeInstanceOf(NotFound)
  })
})

describe('what is offered', () => {
  it('for a directive: units, leaders and the secretariat of the day', async () => {
    const choices = await readDirectiveChoices(office.organId, today)
    expect(choices.units).toHaveLength(17)
    expect(choices.leaders).toHaveLength(4)
    expect(choices.followers.length).toBeGreaterThanOrEqual(2)
    expect(choices.people.map(({ value }) => value)).not.toContain(office.actor('quantri').personId)
  })

  it('for handing on: people of the unit, without oneself', async () => {
    const { leadId } = await handedTask(office)
    const choices = await readHandOnChoices(leadId, office.actor('truong.tttt').personId, today)
    const labels = choices.map(({ label }) => label)
    expect(labels).toContain('Chuyên viên 1 Trung tâm Thông tin')
    expect(labels.every((label) => label.includes('Trung tâm Thông tin'))).toBe(true)
    expect(choices.map(({ value }) => value)).not.toContain(`person:${office.actor('truong.tttt').personId}`)
  })
})
