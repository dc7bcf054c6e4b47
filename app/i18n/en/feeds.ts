import type { WordsLike } from '../catalogue.ts'
import type { feeds as measure } from '../vi/feeds.ts'

export const feeds = {
  title: 'Calendar of deadlines',
  open: 'Put deadlines in the calendar of a phone or computer',
  none: 'No calendar address yet',
  madeAt: 'Calendar address made at {{at}}',
  lastReadAt: 'Last read by a calendar program at {{at}}.',
  neverRead: 'No calendar program has read it yet.',
  what: 'Calendar programs (Outlook, Google, phones) read this address and show each of your obligations with a due day as an event of a whole day: the number of its source, what is to be done and a link. The content of tasks does not go along; of a restricted task only the number does.',
  secret:
    'Whoever has the address can read it without signing in. Do not send it to others; if it gets out, make a new one or revoke it.',
  make: 'Make a calendar address',
  renew: 'Make a new address',
  renewEffect: 'Once a new address is made or it is revoked, the old one can no longer be read.',
  revoke: 'Revoke the address',
  address: 'Your calendar address',
  addressOnce:
    'Copy it now: it is shown only this once. In the calendar program choose to add a calendar by its address (URL) and paste it.',
  calendarName: 'Deadlines',
  summary: '{{kind}}: {{number}}',
  unnumbered: 'task without a number',
  over: 'Done, or no longer yours',
  done: {
    revoked: 'The calendar address was revoked. Calendar programs can no longer read it.',
  },
} as const satisfies WordsLike<typeof measure>
