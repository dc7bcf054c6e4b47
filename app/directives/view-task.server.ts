import { recordAudit } from '#app/audit/record-audit.server.ts'
import { db } from '#app/platform/db.server.ts'
import type { Actor } from '#workflows/actor.ts'

/** Writes down that a restricted task was read. Who may read it was decided before. */
export function viewTask({ taskId, by, at }: { taskId: string; by: Actor; at: Date }): Promise<void> {
  return recordAudit(db, {
    organId: by.organId,
    actorId: by.personId,
    kind: 'restrictedViewed',
    subjectId: taskId,
    at,
  })
}
