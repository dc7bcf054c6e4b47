import type { Problem } from '#app/i18n/problem.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'
import type { BulkActName } from './forms.ts'

export interface ShownBulkAct {
  act: BulkActName
  isFinished: boolean
  rows: ShownBulkRow[]
}

export interface ShownBulkRow {
  taskId: string
  title: string
  leadUnit: string
  /** Null until it was tried. */
  outcome: { problem: Problem | null } | null
}

/**
 * What a person asked of many tasks, and what became of it. A task they see no more, because the act itself took it out of their
 * sight, is no longer listed.
 *
 * @throws NotFound when it is not there or another's
 */
export async function readBulkAct({
  bulkActId,
  personId,
  principals,
}: {
  bulkActId: string
  personId: string
  principals: Principal[]
}): Promise<ShownBulkAct> {
  const [found] = await db.$queryRaw<ShownBulkAct[]>`
    select bulk_act.act, bulk_act.finished_at is not null as "isFinished",
      coalesce((select json_agg(json_build_object('taskId', task.id, 'title', subject.title, 'leadUnit', unit.abbreviation,
          'outcome', row.outcome) order by row.position)
        from bulk_act_row row join task on task.id = row.task_id
        join subject on subject.id = task.id join unit on unit.id = task.lead_unit_id
        where row.bulk_act_id = bulk_act.id and ${visibleTo(principals, Prisma.sql`task.id`)}), '[]') as rows
    from bulk_act where id = ${bulkActId}::uuid and person_id = ${personId}::uuid`
  if (!found) throw new NotFound()
  return found
}

/** The tasks of a selection that the person may see, in the order chosen. */
export async function readSelection(taskIds: string[], principals: Principal[]) {
  return db.$queryRaw<Pick<ShownBulkRow, 'taskId' | 'title' | 'leadUnit'>[]>`
    select task.id as "taskId", subject.title, unit.abbreviation as "leadUnit"
    from unnest(${taskIds}::uuid[]) with ordinality as chosen(id, position)
    join task on task.id = chosen.id join subject on subject.id = task.id join unit on unit.id = task.lead_unit_id
    where ${visibleTo(principals, Prisma.sql`task.id`)} order by chosen.position`
}
