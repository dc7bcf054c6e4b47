import type { WordsLike } from '../catalogue.ts'
import type { reminders as measure } from '../vi/reminders.ts'

export const reminders = {
  what: 'Whoever holds work is reminded before it is due; when it is overdue and nothing happens, the line above is told step by step. Each stage is told once, from 7 in the morning on working days; nothing is told while a request for more time waits or the task is suspended.',
  noneInForce:
    'No policy is in force: nobody is reminded. An administrator enters one, tries it on what has passed and puts it in force.',
  inForce: 'In force: version {{version}}',
  rulesOf: 'The rules of version {{version}}',
  versions: 'Versions',
  version: 'Version',
  versionNumber: 'Version {{version}}',
  versionTitle: 'Reminder policy, version {{version}}',
  entered: 'Entered',
  putInForce: 'In force',
  draft: 'Draft',
  new: 'Enter a reminder policy',
  newEffect:
    'For each piece of work the first rule that names its kind and urgency is used; without one nobody is reminded. What you enter is kept as a new version and has no effect until it is put in force.',
  enter: 'Keep as a new version',
  rules: 'The rules',
  rule: 'Rule {{number}}',
  putInForceNow: 'Put in force',
  putInForceEffect:
    'From now on it holds for open work too: a stage that has come and was not told is told with the next run, the furthest one only.',
  field: {
    work: 'Kind of work',
    urgencies: 'Urgency',
    stages: 'Reminders',
    before: 'Before it is due',
    beforeHint: 'Working days, separated by commas: 5, 1',
    onDay: 'On the day it is due',
    overdue: 'When it is overdue, tell',
    overdueHint:
      'After how many working days; leave empty not to tell. The last level also puts the task on the list of what is to be chased.',
  },
  work: {
    RECEIVE: 'Receive',
    PROCESS: 'Process',
    SUPPORT: 'Support',
    REVIEW: 'Review a report',
    ACCEPT: 'Accept a result',
    RESOLVE: 'Resolve what was given back',
    DECIDE: 'Decide on more time',
  },
  level: {
    HOLDER: 'Whoever holds it',
    HEAD: 'Head of unit',
    LEADER: 'Leader in charge',
    SECRETARIAT: 'Follower',
  },
  stage: {
    before: '{{days}} working day(s) before',
    onDay: 'On the day',
    overdue: '{{days}} working day(s) overdue: {{whom}}',
  },
  rehearsal: {
    title: 'Tried on what has passed, {{from}} to {{to}}',
    how: 'How many reminders there would have been under this policy. Counted by the last due day of each piece of work, without the days a request for more time waited.',
    nothing: 'There was no work with a due day in this time to try it on.',
    items: 'Pieces of work',
    before: 'Before',
    onDay: 'On the day',
  },
  fault: {
    before: 'Write numbers of working days from 1 to 30, separated by commas, ten at most, such as 5, 1.',
    none: 'Choose at least one.',
    order: 'A higher level is not told before a lower one.',
    noRule: 'At least one rule is needed.',
    tooMany: 'A policy has 40 rules at most.',
  },
  told: {
    line: '{{at}} · {{stage}} (due {{dueOn}}) · told: {{people}}',
    read: 'read at {{at}}',
    unread: 'not read yet',
    byNoWay: 'has chosen not to be told',
    mail: {
      WAITING: 'mail is waiting',
      SENT: 'mail sent',
      FAILED: 'mail could not be sent',
      NOT_SENT: 'no mail: there is no mail server or no address',
      DIGEST: 'in the daily digest',
    },
  },
  done: {
    entered: 'The new version is kept. Look at how it would have gone before putting it in force.',
    putInForce: 'The policy is in force.',
  },
} satisfies WordsLike<typeof measure>
