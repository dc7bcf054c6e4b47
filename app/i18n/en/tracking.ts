import type { WordsLike } from '../catalogue.ts'
import type { tracking as measure } from '../vi/tracking.ts'

export const tracking = {
  menu: 'Tracking board',
  heading: 'Tracking board',
  scopes: 'Scope',
  scope: { all: 'All units', charge: 'Units in my charge' },
  periods: 'Period',
  period: { month: 'This month', lastMonth: 'Last month', quarter: 'This quarter', year: 'This year' },
  counted:
    'Tasks open today, or ended from {{from}} to {{to}}, among those you may see. No drafts and nothing that was revoked.',
  outer:
    'Led tasks are counted by the day the outside assigner set, and only those that have one. Supporting parts and the parts of officers keep their own due days.',
  lead: 'As the lead',
  support: 'Supporting (by the due day of the part; a task can have several such units, so this is not added up)',
  officers: 'By officer (by the due day of the part; several officers can work on a task, so this is not added up)',
  unit: 'Unit',
  officer: 'Officer',
  total: 'Total',
  allUnits: 'All together',
  onTimeShare: 'On time',
  onTimeOfDone: 'On time / done',
  month: 'Month',
  issued: 'Issued in the month',
  done: 'Done in the month',
  open: 'Open at the end of the month',
  picture: {
    flow: 'Issued and done by month',
    flowDescription: 'How many tasks were issued and how many were done in each of the last 12 months.',
    open: 'Open at the end of the month',
    openDescription: 'Tasks issued and not ended by the end of each month; of this month, until today.',
    share: 'Share done on time, by lead unit',
    ages: 'How long overdue',
    agesDescription: 'Overdue tasks by the days since they were due.',
  },
  age: { head: 'Past the due day', between: '{{from}} to {{to}} days', over: 'More than {{days}} days' },
  empty:
    'There are no tasks you may see in this period. A task comes onto the board when it is issued to a unit and stays until it ends.',
  noBoard: 'The tracking board is for leaders, assistants, the secretariat and the heads and deputies of units.',
} as const satisfies WordsLike<typeof measure>
