import type { WordsLike } from '../../catalogue.ts'
import type { work as vietnamese } from '../../vi/directives/work.ts'

export const work: WordsLike<typeof vietnamese> = {
  menu: {
    work: 'My work',
    directing: 'Directing',
    directives: 'Directives',
    tasks: 'All tasks',
    administration: 'Administration',
    organisation: 'Organisation and accounts',
    account: 'My account',
  },
  tab: {
    receipt: 'To receive',
    processing: 'In hand',
    review: 'To decide',
    supporting: 'Supporting',
    informed: 'For information',
    done: 'Settled',
    overdue: 'Overdue',
  },
  tabEmpty: {
    receipt: 'Nothing waits to be received. Tasks given to your unit, or handed to you by its head, come here.',
    processing: 'Nothing is in hand. What was received stays here until its result is passed up.',
    review: 'Nothing waits for your decision. Drafts to issue, reports of officers and results to accept come here.',
    supporting: 'Nothing to support yet. Tasks your unit supports come here.',
    informed: 'You follow no task at present.',
    done: 'You have settled nothing yet.',
    overdue: 'Nothing is overdue.',
  },
  move: {
    ISSUE: 'Waits for {{holder}} to issue it',
    RECEIVE: 'Waits for {{holder}} to receive it',
    PROCESS: '{{holder}} is working on it',
    REVIEW: 'Waits for {{holder}} to look at a report',
    ACCEPT: 'Waits for {{holder}} to accept the result',
    SUPPORT: '{{holder}} is supporting',
    RESOLVE: 'Waiting for {{holder}} to answer what was given back',
    DECIDE: 'Waiting for {{holder}} to decide on more time',
    none: 'Nobody owes anything any more',
  },
  workKind: {
    ISSUE: 'Issue the task',
    RECEIVE: 'Receive',
    PROCESS: 'Work on it',
    REVIEW: 'Look at the report of {{reporter}}',
    ACCEPT: 'Decide on the result of {{leadUnit}}',
    FOLLOW: 'Follow',
    SUPPORT: 'Support {{leadUnit}}',
    RESOLVE: 'Answer what {{reporter}} gave back',
    DECIDE: 'Decide on more time',
  },
}
