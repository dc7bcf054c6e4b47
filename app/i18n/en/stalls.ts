import type { WordsLike } from '../catalogue.ts'
import type { stalls as measure } from '../vi/stalls.ts'

export const stalls = {
  title: 'What stalls if I am away',
  titleOf: 'What stalls if {{name}} is away',
  open: 'See what stalls if I am away',
  period: 'Days of absence',
  from: 'From',
  to: 'To',
  export: 'Download as CSV',
  nameSubstitute: 'Name a substitute',
  count: 'From {{from}} to {{to}}: {{stalling}} obligations with nobody to meet them, {{answered}} with somebody else.',
  capped: 'Only the {{most}} that are due first were looked at.',
  how: 'What falls due in these days and what others wait for. A unit’s work does not stall while another head or deputy is there; what a substitute acts in does not, restricted tasks excepted. Only working days count.',
  none: 'Nothing stalls in these days.',
  restricted: 'Restricted: no substitute sees it',
  field: {
    work: 'Task',
    kind: 'To be done',
    source: 'Source',
    due: 'Due',
    why: 'Why',
    when: 'Nobody there',
  },
  why: {
    waits: 'Others wait for it',
    dueBefore: 'Due before then',
    due: 'Due in these days',
  },
  throughout: 'All of these days',
  days: '{{from}} – {{to}}',
} as const satisfies WordsLike<typeof measure>
