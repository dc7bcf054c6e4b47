import { expect, test } from 'vitest'
import { calendarByLaw } from '#app/deadlines/working-calendar.server.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { deriveDueDay, type DueRule } from '#workflows/calendar/due-rule.ts'
import { derivedRuns } from './derivation-runs.ts'
import { dueDayBrief } from './due-day-brief.ts'
import type { DueDayChange, DueDayHistory } from './due-day-history.ts'

const [vi, en] = [translateFor('vi'), translateFor('en')]
const BY = { actor: 'Nguyễn Văn A', actingFor: null }

test('a due day is told in a line: the event, the rule, each day passed over with its reason, the day', () => {
  const history = counted({ kind: 'WORKING_DAYS', days: 5 }, '2026-11-17')
  expect(dueDayBrief(history, vi)).toEqual([
    'Giao 17/11/2026. 5 ngày làm việc, tính từ ngày tiếp theo Thứ Ba 17/11/2026; không tính ' +
      'Thứ Bảy 21/11/2026 – Chủ nhật 22/11/2026 (nghỉ hằng tuần), ' +
      'Thứ Ba 24/11/2026 (Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)) → Thứ Tư 25/11/2026',
  ])
  expect(dueDayBrief(history, en)[0]).toMatch(
    /^Issued 17\/11\/2026\. 5 working day\(s\).*; not counted: Saturday 21\/11\/2026 – Sunday 22\/11\/2026 .* → Wednesday 25\/11\/2026$/,
  )
})

test('of many weekends only their days are counted, while every holiday keeps its name', () => {
  const [line] = dueDayBrief(counted({ kind: 'WORKING_DAYS', days: 20 }, '2026-11-02'), vi)
  expect(line).toContain('không tính 8 ngày nghỉ hằng tuần, Thứ Ba 24/11/2026 (Ngày Văn hóa Việt Nam')
})

test('each change is a line of its own, with its days and nobody’s name', () => {
  const history: DueDayHistory = {
    ...counted({ kind: 'WORKING_DAYS', days: 2 }, '2026-11-16'),
    dueOn: '2026-11-27',
    changes: [change('grant', '2026-11-18', '2026-11-25'), change('calendarChanged', '2026-11-25', '2026-11-27')],
  }
  for (const t of [vi, en]) expect(dueDayBrief(history, t).join()).not.toContain(BY.actor)
  expect(dueDayBrief(history, vi).slice(1)).toEqual([
    'Gia hạn 17/11/2026: Thứ Tư 18/11/2026 → Thứ Tư 25/11/2026',
    'Tính lại theo lịch làm việc mới 17/11/2026: Thứ Tư 25/11/2026 → Thứ Sáu 27/11/2026',
  ])
  expect(dueDayBrief(history, en)[1]).toBe('Extended 17/11/2026: Wednesday 18/11/2026 → Wednesday 25/11/2026')
})

function counted(rule: DueRule, from: Day): DueDayHistory {
  const { days, dueOn, ...derivation } = deriveDueDay(rule, from, calendarByLaw(from))
  return {
    subjectId: 'task',
    start: { event: 'issued', on: from, by: BY },
    counted: { ...derivation, runs: derivedRuns(days) },
    rule: null,
    set: [],
    withTask: false,
    changes: [],
    dueOn: dueOn!,
    dueHour: null,
  }
}

function change(event: string, from: Day, to: Day): DueDayChange {
  return { event, from, to, on: '2026-11-17', by: BY, suspended: null, counted: null }
}
