import type { WordsLike } from '../catalogue.ts'
import type { bulkActs as vietnamese } from '../vi/bulk-acts.ts'

export const bulkActs: WordsLike<typeof vietnamese> = {
  selectionTitle: {
    urge: 'Urge {{count}} tasks',
    changeFollower: 'Change who follows {{count}} tasks',
    changeDueDay: 'Change the due day of {{count}} tasks',
    accept: 'Accept the results of {{count}} tasks',
    revoke: 'Revoke {{count}} tasks',
  },
  act: {
    urge: 'Urge',
    changeFollower: 'Change follower',
    changeDueDay: 'Change due day',
    accept: 'Accept results',
    revoke: 'Revoke',
  },
  sentence:
    'It is done task by task. Where it cannot be done the reason is given, and the others are done all the same.',
  chosen: 'The tasks chosen',
  withChosen: 'With the tasks chosen',
  allMatching: 'All {{total}} tasks that match',
  newestMatching: 'The newest {{most}} tasks that match',
  chosenHead: 'Choose',
  choose: 'Choose "{{title}}"',
  words: 'Words',
  wordsHint: 'Written once, recorded on each task, and read by every unit with a part in it.',
  progress: '{{done}} of {{total}} tasks done',
  running: 'Under way. This page follows it; it goes on when you leave.',
  finished: 'Carried out.',
  summary: '{{done}} tasks done, {{refused}} could not be done.',
  outcome: 'Outcome',
  done: 'Done',
  waiting: 'Waiting',
  nothingChosen: 'No task is chosen. Tick the tasks in the list.',
  tooMany: 'At most {{most}} tasks can be chosen at once.',
  backToList: 'Back to the list of tasks',
}
