import type { Translate } from '#app/i18n/translator.ts'
import { officeTime } from '#app/platform/clock.server.ts'
import { snapshot } from '#app/platform/db.server.ts'
import type { Principal } from '#workflows/actor.ts'
import { filterWords } from './export-filter-words.server.ts'
import { firstTaskLines } from './export-lines.server.ts'
import type { TaskFilters } from './task-filters.ts'

/** Some hundred sheets: more is looked at on the screen, or taken out as a file. */
const MOST_PRINTED = 2000

interface PrintQuestion {
  filters: TaskFilters
  principals: Principal[]
  t: Translate
  at: Date
}

/** What the list shows under the same filters, as far as it is printed. */
export async function readPrint({ filters, principals, t, at }: PrintQuestion) {
  const question = { filters, principals, ...officeTime(at) }
  const { lines, isCut } = await snapshot('print', (tx) => firstTaskLines(question, tx, MOST_PRINTED))
  return { lines, isCut, most: MOST_PRINTED, words: await filterWords(filters, t) }
}
