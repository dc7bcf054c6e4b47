import type { WordsLike } from '../catalogue.ts'
import type { common as measure } from '../vi/common.ts'

export const common = {
  productName: 'Directives and Documents',
  home: 'Home',
  skipToContent: 'Skip to content',
  menu: 'Menu',
  signOut: 'Sign out',
  language: 'Language',
  otherLanguage: 'Tiếng Việt',
  save: 'Save',
  cancel: 'Cancel',
  edit: 'Edit',
  add: 'Add',
  remove: 'Remove',
  back: 'Back',
  search: 'Search',
  filter: 'Filter',
  clearFilter: 'Clear filter',
  all: 'All',
  yes: 'Yes',
  no: 'No',
  none: 'None',
} as const satisfies WordsLike<typeof measure>
