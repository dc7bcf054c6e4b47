import { beforeAll, describe, expect, it } from 'vitest'
import { readDirectivePage } from '#app/directives/directive-page.server.ts'
import { readDraft } from '#app/directives/draft.server.ts'
import { type TaskInput, taskSchema } from '#app/directives/forms.ts'
import { issueTask } from '#app/directives/simple-acts.server.ts'
import { readTaskPage } from '#app/directives/task-page.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective } from '#test/factories/directives.ts'
import { principalsOf } from '#workflows/actor.ts'

/** A Monday; the day after is the Day of Vietnamese Culture. */
const ISSUED_AT = new Date('2026-11-23T03:00:00Z')

let office: DemoOffice
let reader: Omit<Parameters<typeof readTaskPage>[0], 'taskId'>
beforeAll(async () => {
  office = await demoOffice()
  const actor = office.actor('tonghop1')
  reader = { actor, principals: principalsOf(actor), today: '2026-11-23' }
})

async function draftFor(task: Partial<TaskInput>): Promise<string> {
  const { taskIds } = await enteredDirective(office, { tasks: [{ dueOn: undefined, ...task }] })
  return taskIds[0]!
}

describe('a due day counted', () => {
  it.each<[Partial<TaskInput>, string]>([
    [{ dueKind: 'SAME_DAY' }, '2026-11-25'],
    [{ dueKind: 'BEFORE_OUTER_DAY', dueDays: 2, outerDueOn: '2026-12-14' }, '2026-12-10'],
  ])('as %o is due on %s, and the draft is edited as it was chosen', async (task, dueOn) => {
    const taskId = await draftFor(task)
    expect(await readDraft(taskId, reader.principals)).toMatchObject(task)
    expect((await readTaskPage({ taskId, ...reader })).draftRule).not.toBeNull()
    await issueTask({ ...asked(office.actor('chunhiem'), taskId), at: ISSUED_AT })
    const page = await readTaskPage({ taskId, ...reader })
    expect(page.dueOn).toBe(dueOn)
    expect(page.dueDay!.counted).not.toBeNull()
  })

  it('back from the outer day needs that day', () => {
    const task = {
      content: 'Báo cáo',
      leadUnitId: office.unitId('TTTT'),
      urgency: 'NORMAL',
      dueKind: 'BEFORE_OUTER_DAY',
    }
    const { error } = taskSchema.safeParse({ ...task, dueDays: 2 })
    expect(error!.issues).toMatchObject([{ path: ['outerDueOn'], message: 'calendar:outerDayMissing' }])
  })
})

describe('a day off chosen', () => {
  it('is pointed out as soon as the draft is saved, on its own page and with the others, and stays', async () => {
    const { directiveId, taskIds } = await enteredDirective(office, {
      tasks: [{ dueOn: '2026-11-24' }, { dueOn: '2026-11-25' }, { dueOn: '2026-11-28' }],
    })
    const { tasks } = await readDirectivePage({ directiveId, ...reader })
    expect(tasks.map(({ dueDayOff }) => dueDayOff)).toMatchObject([{ holiday: 'vietnameseCulture' }, null, 'weekend'])
    await issueTask({ ...asked(office.actor('chunhiem'), taskIds[0]!), at: ISSUED_AT })
    const page = await readTaskPage({ taskId: taskIds[0]!, ...reader })
    expect(page).toMatchObject({ dueOn: '2026-11-24', dueDayOff: { holiday: 'vietnameseCulture' } })
  })
})
