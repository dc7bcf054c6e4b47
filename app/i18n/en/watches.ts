import type { WordsLike } from '../catalogue.ts'
import type { watches as measure } from '../vi/watches.ts'

export const watches = {
  filter: 'Followed by me',
  filterWords: { followed: 'Tasks I chose to follow' },
  link: 'Tasks I chose to follow',
  muted: 'You have muted this task: it is not in the tab For information. What you owe is still shown in full.',
  button: {
    followed: { on: 'Follow', off: 'Stop following' },
    muted: { on: 'Mute', off: 'Unmute' },
  },
  done: {
    followed: 'You follow this task now.',
    muted: 'You have muted this task.',
    nothing: 'Back to normal.',
  },
  errors: {
    hasPart: 'You have work to do in this task, and need not follow it besides.',
    hasNoPart: 'You have no work to do in this task; there is nothing to mute.',
  },
} as const satisfies WordsLike<typeof measure>
