import { recordAudit } from '#app/audit/record-audit.server.ts'
import { shortDue } from '#app/due-days/due-words.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { officeTime } from '#app/platform/clock.server.ts'
import { csvResponse } from '#app/platform/csv-response.server.ts'
import { csvLines, csvText } from '#app/platform/csv.ts'
import { db } from '#app/platform/db.server.ts'
import type { Actor, Principal } from '#workflows/actor.ts'
import { filtersForTheLog } from './export-audit.ts'
import type { TaskFilters } from './task-filters.ts'
import { eachTask, type TaskRow } from './task-list.server.ts'
import type { TaskState } from './state-words.tsx'

interface TaskExport {
  filters: TaskFilters
  by: Actor
  principals: Principal[]
  locale: Locale
  at: Date
}

/** What the list shows under the same filters, as CSV in parts; that it was taken out is itself recorded. */
export async function exportTasks({ filters, by, principals, locale, at }: TaskExport): Promise<Response> {
  await recordAudit(db, {
    organId: by.organId,
    actorId: by.personId,
    kind: 'listExported',
    details: { list: 'tasks', ...filtersForTheLog(filters) },
    at,
  })
  const { today, hour } = officeTime(at)
  const lines = taskLines(eachTask({ filters, principals, today, hour }), translateFor(locale))
  return csvResponse(lines, `nhiem-vu-${today}.csv`)
}

async function* taskLines(tasks: AsyncIterable<TaskRow>, t: Translate): AsyncGenerator<string> {
  yield csvText([
    [
      t('directives:field.content'),
      t('directives:field.source'),
      t('directives:field.leadUnit'),
      t('directives:field.directingLeader'),
      t('directives:field.follower'),
      t('directives:field.state'),
      t('directives:field.timeliness'),
      t('directives:field.dueOn'),
      t('directives:field.doneOn'),
      t('directives:field.urgency'),
      t('directives:field.percent'),
    ],
  ])
  for await (const task of tasks) {
    yield csvLines([
      [
        task.title,
        task.symbol ?? '',
        task.leadUnitName,
        task.directingLeader,
        task.follower,
        t(`directives:taskState.${task.state as TaskState}`),
        task.timeliness ? t(`directives:timeliness.${task.timeliness}`) : '',
        task.dueOn ? shortDue(task.dueOn, task.dueHour) : '',
        task.doneOn ? formatDay(task.doneOn) : '',
        t(`directives:urgency.${task.urgency}`),
        task.percent === null ? '' : String(task.percent),
      ],
    ])
  }
}
