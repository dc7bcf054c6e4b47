import { expect, test } from 'vitest'
import { entriesNow, type Entry, type OpenDeadline, TOLD_AFTER_DAYS } from './entries.ts'

const at = new Date('2026-11-23T02:00:00Z')
const before = new Date('2026-11-01T02:00:00Z')
const daysAgo = (days: number) => new Date(at.getTime() - days * 24 * 3_600_000)
const deadline: OpenDeadline = { subjectId: 'subject', kind: 'PROCESS', dueOn: '2026-12-01' }
const told: Entry = { ...deadline, sequence: 2, changedAt: before, isOver: false }

test.each<[string, Entry[], OpenDeadline[], Partial<Entry>[], Partial<Entry>[]]>([
  ['what is new begins at 0', [], [deadline], [{ sequence: 0, changedAt: at, isOver: false }], []],
  ['what stays as it was stays as it was told', [told], [deadline], [told], []],
  [
    'another due day is a change',
    [told],
    [{ ...deadline, dueOn: '2026-12-08' }],
    [{ dueOn: '2026-12-08', sequence: 3, changedAt: at, isOver: false }],
    [],
  ],
  ['what is gone is over', [told], [], [], [{ dueOn: '2026-12-01', sequence: 3, changedAt: at, isOver: true }]],
  [
    'what is over is told once, and then again as it was',
    [{ ...told, isOver: true }],
    [],
    [],
    [{ ...told, isOver: true }],
  ],
  [
    'what comes back is a change',
    [{ ...told, isOver: true }],
    [deadline],
    [{ sequence: 3, changedAt: at, isOver: false }],
    [],
  ],
  [
    'another kind of obligation on the same subject is another one',
    [told],
    [{ ...deadline, kind: 'REVIEW' }],
    [{ kind: 'REVIEW', sequence: 0 }],
    [{ kind: 'PROCESS', isOver: true }],
  ],
])('%s', (_, known, open, expectedOpen, expectedOver) => {
  const now = entriesNow(known, open, at)
  expect(now.open).toMatchObject(expectedOpen)
  expect(now.over).toMatchObject(expectedOver)
  const isNews = (entry: Entry) =>
    !known.some(({ kind, sequence }) => kind === entry.kind && sequence === entry.sequence)
  expect(now.changed).toEqual([...now.open, ...now.over].filter(isNews))
  expect(now.forgotten).toEqual([])
})

test('what has been over for a month is forgotten', () => {
  const over = (days: number): Entry => ({ ...told, isOver: true, changedAt: daysAgo(days) })
  expect(entriesNow([over(TOLD_AFTER_DAYS - 1)], [], at)).toMatchObject({ over: [{ isOver: true }], forgotten: [] })
  expect(entriesNow([over(TOLD_AFTER_DAYS)], [], at)).toMatchObject({ over: [], changed: [], forgotten: [{}] })
  expect(entriesNow([{ ...told, changedAt: daysAgo(400) }], [], at).over).toHaveLength(1)
})

test('another hour of the same day is a change', () => {
  const flash = { ...deadline, dueHour: '15:00' }
  expect(entriesNow([told], [flash], at).open).toMatchObject([{ dueHour: '15:00', sequence: 3 }])
  expect(entriesNow([{ ...told, dueHour: '15:00' }], [flash], at)).toMatchObject({
    open: [{ sequence: 2 }],
    changed: [],
  })
})
