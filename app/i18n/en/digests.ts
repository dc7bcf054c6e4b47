import type { WordsLike } from '../catalogue.ts'
import type { digests as measure } from '../vi/digests.ts'

export const digests = {
  field: 'Mail is sent',
  hint: 'In the application notices still appear at once. What the office always sends comes at once, one by one.',
  atOnce: 'At once, one for each notice',
  atHour: 'Once each working day, at {{hour}}:00',
  urgency: {
    overdue: 'Overdue: {{number}}',
    today: 'Due today: {{number}}',
    later: 'Not yet due: {{number}}',
    none: 'Other: {{number}}',
  },
  unit: '{{unit}}: {{number}}',
  unitOverdue: '{{unit}}: {{number}}, {{overdue}} of them overdue',
  noUnit: 'Other',
  letter: {
    subject: 'Your work on {{day}} ({{number}})',
    more: 'And {{number}} more in the application.',
    all: 'Open all notices:',
    end: 'This mail was sent by the system; please do not answer. Choose its hour, or single mails, on your account page.',
  },
} as const satisfies WordsLike<typeof measure>
