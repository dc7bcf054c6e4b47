import { beforeAll, beforeEach, expect, test } from 'vitest'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { enteredDirective, issuedTask } from '#test/factories/directives.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import { awayBeforeIssue } from './away-before-issue.server.ts'
import { nameSubstitute } from './name-substitute.server.ts'
import { tellAbsences } from './tell-absences.server.ts'

const today = officeDay(now())
const inDays = (days: number) => daysAfter(today, days)
const request = new Request('http://localhost/', { headers: { cookie: 'locale=en' } })

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})
beforeEach(() => db.absence.deleteMany())

function name(absent: string, substitute: string, days: number) {
  const { personId } = office.actor(absent)
  const absence = {
    substituteId: office.actor(substitute).personId,
    postId: null,
    fromDay: inDays(days),
    toDay: inDays(days + 2),
  }
  return nameSubstitute({ by: office.actor(absent), address: null, at: now(), personId, absence })
}

test.each<[string, string | null, number, boolean]>([
  ['before the due day', inDays(60), 50, true],
  ['from the due day on', inDays(60), 60, true],
  ['after the due day, however soon', inDays(3), 4, false],
  ['today, of what is overdue', inDays(-5), 0, true],
  ['soon, where no due day is known', null, 14, true],
  ['later, where no due day is known', null, 15, false],
])('whoever assigns is told of an absence %s: %s, in %d days: %s', async (_, dueOn, days, isTold) => {
  await name('chuyenvien1.tttt', 'chuyenvien2.tttt', days)
  const officer = { value: `person:${office.actor('chuyenvien1.tttt').personId}`, label: 'Officer' }
  const [told] = await tellAbsences([officer], { request, organId: office.organId, dueOn })
  expect(told?.label !== officer.label).toBe(isTold)
})

test('before drafts are issued it is said who of those they name will be away until their day', async () => {
  const taskIds = async (changes: Parameters<typeof enteredDirective>[1]) =>
    (await enteredDirective(office, changes)).taskIds
  const linesOf = (ids: string[]) => awayBeforeIssue({ request, organId: office.organId, taskIds: ids })
  const late = await taskIds({ tasks: [{ dueOn: inDays(40) }] })
  const soon = await taskIds({ tasks: [{ dueOn: inDays(20) }] })
  await name('truong.tttt', 'chuyenvien1.khtc', 30)
  await name('truong.khtc', 'chuyenvien1.khtc', 1)
  await name('tonghop1', 'tonghop2', 1)

  expect(await linesOf(soon)).toEqual([expect.stringMatching(/^Chuyên viên tổng hợp 1 Văn phòng \(/)])
  expect(await linesOf(late)).toEqual([
    expect.stringMatching(/^Chuyên viên tổng hợp 1 Văn phòng \(/),
    expect.stringMatching(
      /^Trung tâm Thông tin \(Giám đốc Trung tâm Thông tin .*Chuyên viên 1 Vụ Kế hoạch - Tài chính/,
    ),
  ])
  expect(await linesOf([...soon, ...late])).toHaveLength(2)
  expect(await linesOf([])).toEqual([])
  expect(await linesOf([(await issuedTask(office)).taskId])).toEqual([])
})

test('of a restricted draft those named are told, and that nobody acts for them', async () => {
  const head = office.actor('truong.tttt').personId
  const { taskIds } = await enteredDirective(office, { restricted: true, namedPersonIds: [head] })
  await name('truong.tttt', 'chuyenvien1.khtc', 1)
  const lines = await awayBeforeIssue({ request, organId: office.organId, taskIds })
  expect(lines).toEqual([expect.stringMatching(/^Giám đốc Trung tâm Thông tin \(.*restricted/)])
})
