import type { WordsLike } from '../catalogue.ts'
import type { fields as measure } from '../vi/fields.ts'

export const fields = {
  field: 'Field',
  hint: 'Choose a field a leader is in charge of, or write another.',
  leaderHint:
    'Where the source is from outside it may be left empty: each task is then directed by the leader in charge of its lead unit, or of its field.',
  errors: {
    leaderMissing: 'Choose the directing leader. Only where the source is from outside it may be left empty.',
    noOneInCharge: 'The charges of today do not tell one leader for {{unit}}. Choose the directing leader.',
  },
} as const satisfies WordsLike<typeof measure>
