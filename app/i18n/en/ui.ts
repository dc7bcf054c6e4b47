import type { WordsLike } from '../catalogue.ts'
import type { ui as measure } from '../vi/ui.ts'

export const ui = {
  required: 'required',
  errorSummary: 'Not saved. Please look again at {{count}} of the fields:',
  greyed: 'Not available: {{reason}}',
  pages: 'Pages',
  page: 'Page {{page}}',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  rowsShown: '{{from}}–{{to}} of {{total}}',
  noRows: 'No rows',
  chooseOne: 'Choose…',
  noMatch: 'Nothing matches',
  openList: 'Open the list',
  clearChoice: 'Clear the choice',
  fileLimit: 'At most {{size}} a file',
  percentDone: '{{percent}}% done',
  filters: 'Filters',
  filtersInUse: 'Filters ({{inUse}} in use)',
  nowAtStep: 'Current step',
  pageComing: 'The page is being made…',
  figures: 'Show the figures',
} as const satisfies WordsLike<typeof measure>
