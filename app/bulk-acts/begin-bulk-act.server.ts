import { v7 as newId } from 'uuid'
import { enqueue } from '#app/outbox/enqueue.server.ts'
import { transaction } from '#app/platform/db.server.ts'
import { claimRequestKey } from '#app/workflow/request-key.server.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import type { BulkTyped } from './forms.ts'

export interface BeginBulkAct {
  taskIds: string[]
  asked: BulkTyped
  by: Actor
  requestKey: string
  at: Date
}

/**
 * Asks for one act on many tasks. A job carries it out; what is not visible to the person is left out without a word, as if it were
 * not there. A repeated request begins nothing and names what the first began.
 */
export function beginBulkAct({ taskIds, asked, by, requestKey, at }: BeginBulkAct): Promise<{ bulkActId: string }> {
  return transaction('beginBulkAct', async (tx) => {
    const bulkActId = newId()
    const earlier = await claimRequestKey(tx, { personId: by.personId, requestKey, outcome: { bulkActId }, at })
    if (earlier) return { bulkActId: String(earlier.bulkActId) }
    const { act, typed } = asked
    await tx.bulkAct.create({ data: { id: bulkActId, personId: by.personId, act, typed, askedAt: at } })
    await tx.$executeRaw`
      insert into bulk_act_row (bulk_act_id, position, task_id)
      select ${bulkActId}::uuid, row_number() over (order by chosen.position), task.id
      from unnest(${[...new Set(taskIds)]}::uuid[]) with ordinality as chosen(id, position)
      join task on task.id = chosen.id
      where ${visibleTo(principalsOf(by), Prisma.sql`task.id`)}`
    await enqueue(tx, { job: 'bulkAct.carryOut', payload: { bulkActId }, at })
    return { bulkActId }
  })
}
