import type { WordsLike } from './catalogue.ts'
import { absences } from './en/absences.ts'
import { audit } from './en/audit.ts'
import { bulkActs } from './en/bulk-acts.ts'
import { calendar } from './en/calendar.ts'
import { common } from './en/common.ts'
import { refusals } from './en/refusals.ts'
import { digests } from './en/digests.ts'
import { directives } from './en/directives.ts'
import { display } from './en/display.ts'
import { errors } from './en/errors.ts'
import { feeds } from './en/feeds.ts'
import { fields } from './en/fields.ts'
import { files } from './en/files.ts'
import { handovers } from './en/handovers.ts'
import { jump } from './en/jump.ts'
import { notices } from './en/notices.ts'
import { officialLetters } from './en/official-letters.ts'
import { operations } from './en/operations.ts'
import { organisation } from './en/organisation.ts'
import { reminders } from './en/reminders.ts'
import { readOnly } from './en/read-only.ts'
import { reports } from './en/reports.ts'
import { savedViews } from './en/saved-views.ts'
import { secondFactor } from './en/second-factor.ts'
import { series } from './en/series.ts'
import { signIn } from './en/sign-in.ts'
import { stalls } from './en/stalls.ts'
import { taskExports } from './en/task-exports.ts'
import { taskImports } from './en/task-imports.ts'
import { taskFilters } from './en/task-filters.ts'
import { tracking } from './en/tracking.ts'
import { ui } from './en/ui.ts'
import { watches } from './en/watches.ts'
import { workingCalendar } from './en/working-calendar.ts'
import type { vi } from './vi.ts'

export const en = {
  absences,
  audit,
  bulkActs,
  calendar,
  common,
  refusals,
  digests,
  directives,
  display,
  errors,
  feeds,
  fields,
  files,
  handovers,
  jump,
  notices,
  officialLetters,
  operations,
  organisation,
  reminders,
  readOnly,
  reports,
  savedViews,
  secondFactor,
  series,
  signIn,
  stalls,
  taskExports,
  taskFilters,
  taskImports,
  tracking,
  ui,
  watches,
  workingCalendar,
} as const satisfies WordsLike<typeof vi>
