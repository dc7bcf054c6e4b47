/** The Vietnamese catalogue: one namespace a noun. The English one has the same keys (its type says so, and a test). */
import { absences } from './vi/absences.ts'
import { audit } from './vi/audit.ts'
import { bulkActs } from './vi/bulk-acts.ts'
import { calendar } from './vi/calendar.ts'
import { common } from './vi/common.ts'
import { refusals } from './vi/refusals.ts'
import { digests } from './vi/digests.ts'
import { directives } from './vi/directives.ts'
import { display } from './vi/display.ts'
import { errors } from './vi/errors.ts'
import { feeds } from './vi/feeds.ts'
import { fields } from './vi/fields.ts'
import { files } from './vi/files.ts'
import { handovers } from './vi/handovers.ts'
import { jump } from './vi/jump.ts'
import { notices } from './vi/notices.ts'
import { officialLetters } from './vi/official-letters.ts'
import { operations } from './vi/operations.ts'
import { organisation } from './vi/organisation.ts'
import { reminders } from './vi/reminders.ts'
import { readOnly } from './vi/read-only.ts'
import { reports } from './vi/reports.ts'
import { savedViews } from './vi/saved-views.ts'
import { secondFactor } from './vi/second-factor.ts'
import { series } from './vi/series.ts'
import { signIn } from './vi/sign-in.ts'
import { stalls } from './vi/stalls.ts'
import { taskExports } from './vi/task-exports.ts'
import { taskImports } from './vi/task-imports.ts'
import { taskFilters } from './vi/task-filters.ts'
import { tracking } from './vi/tracking.ts'
import { ui } from './vi/ui.ts'
import { watches } from './vi/watches.ts'
import { workingCalendar } from './vi/working-calendar.ts'

export const vi = {
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
} as const
