import { expect, test } from 'vitest'
import { type ActDone, toldToFollowers } from './concerned.ts'

const ROOT = 'root'

test('who follows a task hears of what happens to the task, not of what happens to a part of it', () => {
  expect(toldToFollowers({ rootId: ROOT }, act({ fact: 'task.urged', event: 'urge' }))).toBe('urged')
  expect(toldToFollowers({ rootId: ROOT }, act({ fact: 'assignment.sentBack', subjectId: 'part' }))).toBeNull()
})

test('a day that goes with the working calendar is told as that, not as somebody’s change', () => {
  const fact = 'task.dueDayChanged'
  expect(toldToFollowers({ rootId: ROOT }, act({ fact, event: 'changeDueDay' }))).toBe('dueDayChanged')
  expect(toldToFollowers({ rootId: ROOT }, act({ fact, event: 'calendarChanged' }))).toBe('calendarMoved')
})

test('a fact nobody has thought of is told to nobody', () => {
  expect(toldToFollowers({ rootId: ROOT }, act({ fact: 'task.fromANewerVersion' }))).toBeNull()
})

function act({
  fact,
  event = 'sendBack',
  subjectId = ROOT,
}: {
  fact: string
  event?: string
  subjectId?: string
}): ActDone {
  return { fact, subjectId, steps: [{ subjectId, event }], redated: [], opened: [] }
}
