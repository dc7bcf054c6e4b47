import type { WordsLike } from '../catalogue.ts'
import type { files as measure } from '../vi/files.ts'

export const files = {
  attach: 'Attachments',
  attachHint:
    'PDF, Word, Excel, PowerPoint, ODF, plain text, images. At most 50 MB a file; at most 20 files and 100 MB at once.',
  download: 'Download',
  downloadNamed: 'Download {{name}}',
  none: 'No files yet.',
  rejected: {
    wrongType: '“{{name}}”: files of this kind are not accepted.',
    mismatch: '“{{name}}”: the content is not of the kind its name says.',
    empty: '“{{name}}”: the file is empty.',
    tooLarge: '“{{name}}”: the file is larger than {{most}} MB.',
    tooMany: '“{{name}}”: only {{most}} files can be sent at once.',
    tooMuch: '“{{name}}”: the files sent at once are larger than {{most}} MB together.',
  },
} as const satisfies WordsLike<typeof measure>
