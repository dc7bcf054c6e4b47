import type { WordsLike } from '../catalogue.ts'
import type { readOnly as measure } from '../vi/read-only.ts'

export const readOnly = {
  refused: 'The system is read-only, so this was not saved. Reason: {{reason}}. Please try again later.',
  refusedUntil:
    'The system is read-only, so this was not saved. Reason: {{reason}}. Expected until {{until}}; please try again after that.',
  banner: 'The system is read-only.',
  expectedUntil: 'Expected until {{until}}.',
  title: 'Read-only mode',
  effect:
    'While it is on, everybody can sign in, read and download, but nothing can be saved; whoever sends a form is told the reason below and loses nothing they typed. Background jobs stop and go on once it is off. Only an administrator switches it off.',
  reason: 'Reason',
  reasonHint: 'Everybody reads this sentence on every page, for example: Server maintenance.',
  until: 'Expected until',
  untilHint: 'Only told to people; nothing opens again by itself at that time.',
  turnOn: 'Switch read-only mode on',
  change: 'Change the words',
  turnOff: 'Switch read-only mode off',
  onSince: 'Read-only mode has been on since {{since}}.',
  isOff: 'Everybody can save.',
  open: 'Switch read-only mode',
  done: {
    on: 'Read-only mode is on. What is being saved at this moment is finished within seconds.',
    off: 'Read-only mode is off. Everybody can save again.',
  },
} as const satisfies WordsLike<typeof measure>
