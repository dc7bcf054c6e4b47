import type { WordsLike } from '../catalogue.ts'
import type { savedViews as measure } from '../vi/saved-views.ts'

export const savedViews = {
  heading: 'Saved views',
  new: 'Save a view',
  keeps: 'The filters in use on the list of tasks are kept under this name.',
  save: 'Save these filters',
  manage: 'Manage saved views',
  change: 'Change',
  changeNamed: 'Change {{name}}',
  changeTitle: 'Change a saved view',
  remove: 'Remove the view',
  removeEffect: 'Only the name and its filters go, no task. Those it was shared with do not see it any more either.',
  forMyself: 'Only me',
  ofUnit: '{{name}} ({{unit}})',
  field: {
    name: 'Name',
    unitId: 'Shared with',
    unitHint: 'Everybody with a post in the unit sees this view; each sees the tasks they may see.',
  },
  empty:
    'No views yet. Filter the list of tasks and choose “Save these filters”; heads and deputies can share them with their unit.',
  done: { saved: 'The view is saved.', changed: 'The view is changed.', removed: 'The view is removed.' },
  errors: {
    nameTaken: 'You have a view of this name already.',
    notToShareWith: 'Only heads, deputies and the secretariat can share, and with their own unit.',
    notYours: 'Somebody else saved this view and shared it.',
  },
} as const satisfies WordsLike<typeof measure>
