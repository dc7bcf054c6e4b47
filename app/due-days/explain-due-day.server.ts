import { readTaskRows } from '#app/directives/task-page-rows.server.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import { calendarIn, dueDayHistories } from './due-day-history.server.ts'
import { dueDayHistoryWords, type ExplainedLine } from './due-day-history-words.ts'

/**
 * The due day of a task or of a part of one, explained as its page does, with everything that happened: for whoever runs the
 * installation, who asks about a day without being asked who may see it.
 *
 * @throws NotFound where there is no such subject
 */
export async function explainDueDay(
  subjectId: string,
  t: Translate,
): Promise<{ lines: ExplainedLine[]; dueOn: Day | null; dueHour: Hour | null }> {
  const subject = await db.subject.findUnique({ where: { id: subjectId } })
  if (!subject || subject.kind === 'EXTENSION_REQUEST') throw new NotFound()
  const rows = await readTaskRows(subject.rootId)
  const seen = new Set([rows.id, ...rows.steps.map((step) => step.subjectId)])
  const history = dueDayHistories({ rows, seen, calendar: calendarIn(rows) }).get(subjectId)
  if (history) return { lines: dueDayHistoryWords(history, t), dueOn: history.dueOn, dueHour: history.dueHour }
  const { dueOn, dueHour } = subject.id === rows.id ? rows : rows.assignments.find(({ id }) => id === subjectId)!
  const words = dueOn ? t('calendar:history.set') : t('calendar:rule.OPEN_ENDED')
  return { lines: [{ words, days: [] }], dueOn, dueHour }
}
