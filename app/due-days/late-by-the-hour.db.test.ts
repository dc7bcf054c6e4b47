import { beforeAll, expect, it } from 'vitest'
import { exportTasks } from '#app/directives/export-tasks.server.ts'
import { listMyWork } from '#app/directives/my-work.server.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import { acceptResult, issueTask, receiveAssignment } from '#app/directives/simple-acts.server.ts'
import { listTasks } from '#app/directives/task-list.server.ts'
import { readTaskPage } from '#app/directives/task-page.server.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { readFigures as readGauges } from '#app/operations/figures.server.ts'
import { officeTime } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { readFigures } from '#app/reports/read-figures.server.ts'
import { readBoard } from '#app/tracking/read-board.server.ts'
import { writeUrgingLetter } from '#app/official-letters/urging-letter.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective } from '#test/factories/directives.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import { type Timeliness, timelinessKinds } from '#workflows/calendar/timeliness.ts'

const DUE_ON = '2026-11-23'
const clock = (hour: string, day = DUE_ON) => new Date(`${day}T${hour}:00+07:00`)

let office: DemoOffice
let secretary: Actor
beforeAll(async () => {
  office = await demoOffice()
  secretary = office.actor('tonghop1')
})

interface Flash {
  taskId: string
  leadId: string
  lead: string
  support: string
}

/** Flash work of two units, due at three; no two tasks have the same units in the same places. */
async function flashTask(lead: string, support: string): Promise<Flash> {
  const supporters = [{ unitId: office.unitId(support), dueOn: DUE_ON }]
  const task = {
    leadUnitId: office.unitId(lead),
    urgency: 'FLASH',
    dueOn: DUE_ON,
    dueHour: '15:00',
    supporters,
  } as const
  const { taskIds } = await enteredDirective(office, { tasks: [task] })
  const taskId = taskIds[0]!
  await issueTask({ ...asked(office.actor('chunhiem'), taskId), at: clock('08:00') })
  const { id: leadId } = await db.assignment.findFirstOrThrow({
    where: { subject: { parentId: taskId }, role: 'LEAD' },
  })
  await receiveAssignment({ ...asked(headOf(lead), leadId), at: clock('08:00') })
  return { taskId, leadId, lead, support }
}

function headOf(unit: string): Actor {
  return office.actor(`truong.${unit.toLowerCase()}`)
}

/** Where everybody who asks for it is told the task stands; of the parts of units each. */
async function told({ taskId, lead, support }: Flash, at: Date): Promise<Record<string, (Timeliness | null)[]>> {
  const seen = officeTime(at)
  const principals = principalsOf(secretary)
  const period = { from: '2026-11-01', to: seen.today }
  const tracked = { trackedFrom: period.from, trackedTo: period.to }
  const [unit, supporting] = [office.unitId(lead), office.unitId(support)]
  const filters = { ...tracked, unit }
  const list = await listTasks({ filters, principals, ...seen, page: 1 })
  const found = await Promise.all(
    timelinessKinds.map(async (timeliness) => {
      const { total } = await listTasks({ filters: { ...filters, timeliness }, principals, ...seen, page: 1 })
      return Array.from({ length: total }, () => timeliness)
    }),
  )
  const board = await readBoard({ filters: tracked, scope: { kind: 'all' }, principals, ...seen })
  const before = { from: '2026-10-01', to: '2026-10-31' }
  const figures = await readFigures({ period, before, seen, principals })
  const page = await readTaskPage({ taskId, actor: secretary, principals, ...seen })
  const file = await (await exportTasks({ filters: { unit }, by: secretary, principals, locale: 'vi', at })).text()
  const word = file.split('\r\n')[1]!.split(';')[6]
  const t = translateFor('vi')
  return {
    list: list.rows.map(({ timeliness }) => timeliness),
    filter: found.flat(),
    file: timelinessKinds.filter((kind) => t(`directives:timeliness.${kind}`) === word),
    page: [page.timeliness],
    'board, lead': kindsIn(board.filter(({ part, id }) => part === 'lead' && id === unit)),
    'report, lead': kindsIn(figures.now.filter(({ role, unitId }) => role === 'LEAD' && unitId === unit)),
    'parts on the page': page.assignments.map(({ timeliness }) => timeliness),
    'board, support': kindsIn(board.filter(({ part, id }) => part === 'support' && id === supporting)),
    'report, support': kindsIn(figures.now.filter(({ role, unitId }) => role === 'SUPPORT' && unitId === supporting)),
  }
}

function kindsIn(rows: Record<Timeliness, number>[]): Timeliness[] {
  return timelinessKinds.flatMap((kind) => rows.flatMap((row) => Array.from({ length: row[kind] }, () => kind)))
}

function everywhere(lead: Timeliness, support: Timeliness): Record<string, Timeliness[]> {
  const ofTask = ['list', 'filter', 'file', 'page', 'board, lead', 'report, lead']
  return {
    ...Object.fromEntries(ofTask.map((place) => [place, [lead]])),
    'parts on the page': [lead, support],
    'board, support': [support],
    'report, support': [support],
  }
}

async function overdueWorkOf(by: Actor, at: Date): Promise<number> {
  const who = { principals: principalsOf(by), personId: by.personId }
  return (await listMyWork({ tab: 'overdue', ...who, page: 1, ...officeTime(at) })).total
}

it('is in time at 14:59 and late at 15:01 of the same day, wherever it is told', async () => {
  const flash = await flashTask('TTTT', 'KHTC')
  const head = headOf('TTTT')
  const letter = { unitId: office.unitId('TTTT'), by: secretary }
  for (const hour of ['14:59', '15:00']) {
    expect(await told(flash, clock(hour))).toEqual(everywhere('DUE_SOON', 'DUE_SOON'))
    expect(await overdueWorkOf(head, clock(hour))).toBe(0)
    expect((await readGauges(clock(hour))).overdue).toEqual({ TASK: 0, ASSIGNMENT: 0 })
    await expect(writeUrgingLetter({ ...letter, at: clock(hour) })).rejects.toThrow()
  }
  expect(await told(flash, clock('15:01'))).toEqual(everywhere('OVERDUE', 'OVERDUE'))
  expect(await overdueWorkOf(head, clock('15:01'))).toBe(1)
  expect((await readGauges(clock('15:01'))).overdue).toEqual({ TASK: 1, ASSIGNMENT: 2 })
  await writeUrgingLetter({ ...letter, at: clock('15:01') })
})

it('passed up at 14:59 is in time, however late it is accepted', async () => {
  const flash = await flashTask('KHTC', 'TCCB')
  const withoutSupportersReason = 'Vụ chưa gửi ý kiến'
  const result = { text: 'Đã xong', withoutSupportersReason }
  await reportResult({ ...asked(headOf('KHTC'), flash.leadId), at: clock('14:59'), result, files: [] })
  expect(await told(flash, clock('20:00'))).toEqual(everywhere('DUE_SOON', 'OVERDUE'))
  await acceptResult({ ...asked(secretary, flash.taskId), at: clock('09:00', '2026-11-24') })
  const { list, page, ...others } = await told(flash, clock('10:00', '2026-11-24'))
  expect([list, page, others['board, lead'], others['report, lead']]).toEqual(
    Array.from({ length: 4 }, () => ['DONE_ON_TIME']),
  )
})

it('passed up at 15:01 is late, and asks why', async () => {
  const flash = await flashTask('TCCB', 'TTTT')
  const head = headOf('TCCB')
  const result = { text: 'Đã xong', withoutSupportersReason: 'Vụ chưa gửi ý kiến' }
  const late = { ...asked(head, flash.leadId), at: clock('15:01'), files: [] }
  await expect(reportResult({ ...late, result })).rejects.toMatchObject({ code: 'refusals:latenessIsExplained' })
  const latenessReason = 'Số liệu đến muộn'
  await reportResult({
    ...late,
    ...asked(head, flash.leadId),
    at: clock('15:01'),
    result: { ...result, latenessReason },
  })
  expect(await told(flash, clock('20:00'))).toEqual(everywhere('OVERDUE', 'OVERDUE'))
  await acceptResult({ ...asked(secretary, flash.taskId), at: clock('09:00', '2026-11-24') })
  const { list, page, ...others } = await told(flash, clock('10:00', '2026-11-24'))
  expect([list, page, others['board, lead'], others['report, lead']]).toEqual(
    Array.from({ length: 4 }, () => ['DONE_LATE']),
  )
})
