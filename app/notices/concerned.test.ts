import { expect, test } from 'vitest'
import { type ActDone, toldToFollowers } from './concerned.ts'

const ROOT = 'root'

test('who follows a task hears of what happens to the task, not of what happens to a part of it', () => {
  expect(toldToFollowers({ rootId: ROOT }, act({ fact: 'task.urged', event: 'urge' }))).toEqual({
    kind: 'urged',
    values: {},
  })
  expect(toldToFollowers({ rootId: ROOT }, act({ fact: 'assignment.sentBack', subjectId: 'part' }))).toBeNull()
})

test('a day that goes with the working calendar is told as that, not as somebody’s change', () => {
  const redated = [{ subjectId: ROOT, from: '2026-11-24', to: '2026-11-25' }]
  const told = (event: string) =>
    toldToFollowers({ rootId: ROOT }, { ...act({ fact: 'task.dueDayChanged', event }), redated })
  const values = { from: '2026-11-24', to: '2026-11-25' }
  expect(told('changeDueDay')).toEqual({ kind: 'dueDayChanged', values })
  expect(told('calendarChanged')).toEqual({ kind: 'calendarMoved', values })
})

test('a granted request that moves the day of the task is told as its new day, one that moves a part’s is not', () => {
  const granted = act({ fact: 'extensionRequest.granted', event: 'grant', subjectId: 'request' })
  const redated = (subjectId: string) => [{ subjectId, from: '2026-11-24', to: '2026-11-30' }]
  expect(toldToFollowers({ rootId: ROOT }, { ...granted, redated: redated(ROOT) })).toEqual({
    kind: 'dueDayChanged',
    values: { from: '2026-11-24', to: '2026-11-30' },
  })
  expect(toldToFollowers({ rootId: ROOT }, { ...granted, redated: redated('part') })).toBeNull()
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
