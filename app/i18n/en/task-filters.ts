import type { WordsLike } from '../catalogue.ts'
import type { taskFilters as measure } from '../vi/task-filters.ts'

export const taskFilters = {
  rarer: 'More filters',
  allUnits: 'Show the list of units',
  field: {
    unit: 'Unit',
    unitPart: 'Part of the unit',
    inChargeOf: 'Units in the charge of',
    officer: 'Worked on by',
    dueDay: 'Counted by',
    toldUp: 'Told up the line',
    issuedFrom: 'Issued from',
    issuedTo: 'to',
    trackedFrom: 'Tracked from',
    trackedTo: 'to',
  },
  unitPart: { lead: 'Lead', support: 'Supporting', any: 'Lead or supporting' },
  dueDay: { inner: 'The inner due day', outer: 'The day the outside assigner set' },
  toldUp: { HEAD: 'Head of the unit', LEADER: 'Leader in charge', SECRETARIAT: 'The secretariat’s list' },
  secretariatList: 'To be chased (every level told)',
  clock: {
    outer: 'Due day and timeliness are those of the day the outside assigner set.',
    support: 'Due day and timeliness are those of the part of the supporting unit.',
    officer: 'Due day and timeliness are those of the part of {{name}}.',
  },
  tracked: {
    both: 'Tasks open today, or done from {{from}} to {{to}}; no drafts and nothing that was revoked.',
    from: 'Tasks open today, or done from {{from}} on; no drafts and nothing that was revoked.',
    to: 'Tasks open today, or done up to {{to}}; no drafts and nothing that was revoked.',
  },
} as const satisfies WordsLike<typeof measure>
