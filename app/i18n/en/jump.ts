import type { WordsLike } from '../catalogue.ts'
import type { jump as vietnamese } from '../vi/jump.ts'

export const jump: WordsLike<typeof vietnamese> = {
  open: 'Go to',
  title: 'Go to anything',
  label: 'Number, symbol or some words, without diacritics',
  hint: 'Arrow keys choose, Enter opens, Escape closes.',
  nothing: 'Nothing matches among what you may see.',
  kind: {
    page: 'Page',
    task: 'Task',
    directive: 'Directive',
    person: 'Person',
    unit: 'Unit',
  },
}
