import type { ReminderPolicy, Stage } from '#workflows/reminders/policy.ts'

const upTheLine: Stage[] = [
  { kind: 'OVERDUE', workingDays: 1, tells: 'HOLDER' },
  { kind: 'OVERDUE', workingDays: 2, tells: 'HEAD' },
  { kind: 'OVERDUE', workingDays: 5, tells: 'LEADER' },
  { kind: 'OVERDUE', workingDays: 10, tells: 'SECRETARIAT' },
]

/** What an office begins with, until it has decided on its own: urgent work is reminded of later and goes up the line sooner. */
export const usualPolicy: ReminderPolicy = {
  rules: [
    {
      work: ['RECEIVE', 'PROCESS', 'SUPPORT', 'REVIEW', 'ACCEPT', 'RESOLVE', 'DECIDE'],
      urgencies: ['VERY_URGENT', 'FLASH'],
      stages: [
        { kind: 'ON_DAY' },
        { kind: 'OVERDUE', workingDays: 1, tells: 'HOLDER' },
        { kind: 'OVERDUE', workingDays: 2, tells: 'HEAD' },
        { kind: 'OVERDUE', workingDays: 3, tells: 'LEADER' },
        { kind: 'OVERDUE', workingDays: 5, tells: 'SECRETARIAT' },
      ],
    },
    {
      work: ['RECEIVE', 'PROCESS', 'SUPPORT'],
      urgencies: ['NORMAL', 'URGENT'],
      stages: [
        { kind: 'BEFORE', workingDays: 5 },
        { kind: 'BEFORE', workingDays: 1 },
        { kind: 'ON_DAY' },
        ...upTheLine,
      ],
    },
    {
      work: ['REVIEW', 'ACCEPT', 'RESOLVE', 'DECIDE'],
      urgencies: ['NORMAL', 'URGENT'],
      stages: [{ kind: 'BEFORE', workingDays: 1 }, { kind: 'ON_DAY' }, ...upTheLine],
    },
  ],
}
