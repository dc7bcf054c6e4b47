import type { WordsLike } from '../catalogue.ts'
import type { officialLetters as vietnamese } from '../vi/official-letters.ts'

export const officialLetters: WordsLike<typeof vietnamese> = {
  urging: 'Urging letter to {{unit}} (.docx)',
  errors: {
    notUrging: 'Only leaders and the secretariat write urging letters.',
    nothingLate: 'This unit has no overdue task that you may see.',
  },
}
