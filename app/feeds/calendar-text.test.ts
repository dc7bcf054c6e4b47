import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { translateFor } from '#app/i18n/translator.server.ts'
import { calendarText } from './calendar-text.server.ts'

const at = new Date('2026-11-23T02:00:00Z')

function eventDue(dueHour: string | null): ICAL.Event {
  const entry = { subjectId: 'subject', kind: 'PROCESS' as const, dueOn: '2026-11-24', dueHour }
  const said = { sequence: 0, changedAt: at, isOver: false, taskId: 'task', symbol: '1/CĐ-TTg', restricted: false }
  const office = { t: translateFor('vi'), organId: 'organ', origin: 'https://docflow.example' }
  const text = calendarText({ ...office, open: [{ ...entry, ...said }], over: [] })
  return new ICAL.Event(new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent')!)
}

test('what is due on a day is an event of that day', () => {
  const { startDate } = eventDue(null)
  expect([startDate.isDate, startDate.toString()]).toEqual([true, '2026-11-24'])
})

test('what is due at an hour is an event of that moment', () => {
  const { startDate } = eventDue('15:00')
  expect([startDate.isDate, startDate.toJSDate()]).toEqual([false, new Date('2026-11-24T08:00:00Z')])
})
