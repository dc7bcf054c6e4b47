import { officeDay } from '#app/platform/clock.server.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import { mutedBy } from '#app/watches/watched-tasks.server.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import type { ShownDeadline } from './calendar-text.server.ts'
import { type EntriesNow, entriesNow, type Entry } from './entries.ts'

interface Telling {
  feedId: string
  personId: string
  actor: Actor
  at: Date
}

/** Whoever follows all the tasks of an office gets those due next; the rest comes as these are done. */
const TOLD_AT_ONCE = 1000

/** What a person's calendar is told now; what changed since the last time is kept, so that the next time knows it. */
export function tellDeadlines({ feedId, personId, actor, at }: Telling): Promise<EntriesNow<ShownDeadline>> {
  return transaction('tellDeadlines', async (tx) => {
    // Of two programs that ask at once each must find what the other was told.
    await tx.$queryRaw`select from calendar_feed where id = ${feedId}::uuid for update`
    const known = await knownEntries(tx, personId)
    const now = entriesNow(known, await openDeadlines(tx, { personId, actor, at }), at)
    await keep(tx, personId, now)
    await tx.calendarFeed.update({ where: { id: feedId }, data: { lastReadAt: at } })
    return now
  })
}

function knownEntries(tx: Transaction, personId: string): Promise<Entry[]> {
  return tx.$queryRaw<Entry[]>`
    select subject_id as "subjectId", kind, due_on::text as "dueOn", due_hour as "dueHour", sequence, changed_at as "changedAt", is_over as "isOver"
    from calendar_entry where person_id = ${personId}::uuid`
}

/**
 * As in My work: holding an item is the condition, those of whom they stand in for included. What was told already stays, so that what
 * is crowded out by others is not taken for done.
 */
function openDeadlines(tx: Transaction, { personId, actor, at }: Omit<Telling, 'feedId'>): Promise<ShownDeadline[]> {
  const principals = principalsOf(actor)
  const held = Prisma.sql`item.holder = any(${principals}::text[]) and item.settled_at is null and item.due_on is not null
    and (item.kind <> 'FOLLOW' or item.root_id <> all(${mutedBy(principals)}))`
  return tx.$queryRaw<ShownDeadline[]>`
    with next as (
      select item.id from work_item item where ${held}
      order by abs(item.due_on - ${officeDay(at)}::date), item.due_on, item.id limit ${TOLD_AT_ONCE}
    ), told as (
      select item.id from calendar_entry entry
      join work_item item on item.subject_id = entry.subject_id and item.kind = entry.kind and ${held}
      where entry.person_id = ${personId}::uuid
    )
    select distinct on (item.due_on, item.subject_id, item.kind) item.subject_id as "subjectId", item.kind,
      item.due_on::text as "dueOn", item.due_hour as "dueHour", item.root_id as "taskId", directive.symbol, root.restricted
    from (select id from next union select id from told) listed
    join work_item item on item.id = listed.id
    join subject root on root.id = item.root_id
    join task on task.id = item.root_id
    join directive on directive.id = task.directive_id
    where ${visibleTo(principals, Prisma.sql`item.root_id`)}
    order by item.due_on, item.subject_id, item.kind`
}

async function keep(
  tx: Transaction,
  personId: string,
  { changed, forgotten }: EntriesNow<ShownDeadline>,
): Promise<void> {
  if (changed.length > 0) {
    const rows = changed.map(({ subjectId, kind, dueOn, dueHour = null, sequence, changedAt, isOver }) => ({
      subjectId,
      kind,
      dueOn,
      dueHour,
      sequence,
      changedAt,
      isOver,
    }))
    await tx.$executeRaw`
      insert into calendar_entry (person_id, subject_id, kind, due_on, due_hour, sequence, changed_at, is_over)
      select ${personId}::uuid, "subjectId", kind, "dueOn", "dueHour", sequence, "changedAt", "isOver"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) row(
        "subjectId" uuid, kind work_item_kind, "dueOn" date, "dueHour" text, sequence int, "changedAt" timestamptz,
        "isOver" boolean)
      on conflict (person_id, subject_id, kind) do update
        set due_on = excluded.due_on, due_hour = excluded.due_hour, sequence = excluded.sequence, changed_at = excluded.changed_at, is_over = excluded.is_over`
  }
  if (forgotten.length > 0) {
    const gone = JSON.stringify(forgotten.map(({ subjectId, kind }) => ({ subjectId, kind })))
    await tx.$executeRaw`
      delete from calendar_entry entry using jsonb_to_recordset(${gone}::jsonb) row("subjectId" uuid, kind work_item_kind)
      where entry.person_id = ${personId}::uuid and entry.subject_id = row."subjectId" and entry.kind = row.kind`
  }
}
