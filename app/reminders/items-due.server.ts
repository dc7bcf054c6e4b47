import type { Transaction } from '#app/platform/db.server.ts'
import { OFFICE_ZONE } from '#app/platform/office-zone.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { WorkingCalendar } from '#workflows/calendar/working-calendar.ts'
import {
  type ReminderPolicy,
  remindedWork,
  type RemindedWork,
  ruleFor,
  stageKey,
  urgencies,
  type Urgency,
} from '#workflows/reminders/policy.ts'
import { furthestStages } from '#workflows/reminders/stages.ts'

/** Where a batch goes on: items are read by due day. */
export interface Cursor {
  dueOn: Day
  id: string
}

/** An open obligation of which something may have to be told today. */
export interface ItemDue extends Cursor {
  /** The first of the rows of all who owe the same: a leader, and the follower who prepares it. */
  obligationId: string
  rootId: string
  subjectId: string
  work: RemindedWork
  holder: string
  openedOn: Day
  urgency: Urgency
  /** Keys of the stages told or passed over for this due day. */
  told: string[]
}

/** Which stage is the furthest come, by kind of work, urgency and due day. */
export type FurthestByWork = ReturnType<typeof furthestByWork>

interface Asked {
  organId: string
  furthest: FurthestByWork
  /** The last item of the batch before; null for the first. */
  after: Cursor | null
  most: number
}

/**
 * Open obligations whose furthest stage by their due day stands in no reminder yet; where it does, so do all before it. An item is
 * left out while more time is asked for it, and while an act is at work on its task: the next sweep finds what is left of it. What
 * is read is held until the transaction ends, so that nothing is told of what was settled a moment ago.
 *
 * @returns the items, and where the next batch goes on: null after the last
 */
export async function itemsDue(tx: Transaction, asked: Asked): Promise<{ items: ItemDue[]; next: Cursor | null }> {
  const held = await readAndHold(tx, asked)
  // Asked anew now that they are held: the request may have come while the first question was being answered.
  const asking = await tx.subject.findMany({
    where: { parentId: { in: held.map(({ subjectId }) => subjectId) }, kind: 'EXTENSION_REQUEST', state: 'requested' },
    select: { parentId: true },
  })
  const items = held.filter(({ subjectId }) => asking.every(({ parentId }) => parentId !== subjectId))
  return { items, next: held.length === asked.most ? held.at(-1)! : null }
}

function readAndHold(tx: Transaction, { organId, furthest, after, most }: Asked): Promise<ItemDue[]> {
  return tx.$queryRaw<ItemDue[]>`
    with furthest as (
      select * from jsonb_to_recordset(${JSON.stringify(furthest)}::jsonb) as furthest(
        "work" work_item_kind, "urgency" urgency, "stage" text, "dueAfter" date, "dueUntil" date)
    )
    select item.id, item.root_id as "rootId", item.subject_id as "subjectId", item.kind::text as work, item.holder,
      item.due_on::text as "dueOn", (item.opened_at at time zone ${OFFICE_ZONE}::text)::date::text as "openedOn",
      task.urgency::text as urgency,
      (select other.id from work_item other
        where other.subject_id = item.subject_id and other.kind = item.kind and other.settled_at is null
        order by other.id limit 1) as "obligationId",
      array(select stage from reminder where work_item_id = item.id and due_on = item.due_on) as told
    from work_item item
    join task on task.id = item.root_id
    join subject root on root.id = item.root_id
    join furthest on furthest."work" = item.kind and furthest."urgency" = task.urgency
      and item.due_on <= furthest."dueUntil" and (furthest."dueAfter" is null or item.due_on > furthest."dueAfter")
    where root.organ_id = ${organId}::uuid
      and item.due_on <= (select max("dueUntil") from furthest)
      and item.settled_at is null and item.due_on is not null and item.kind not in ('ISSUE', 'FOLLOW')
      and (item.due_on, item.id) > (${after?.dueOn ?? '0001-01-01'}::date, ${after?.id ?? NIL}::uuid)
      and not exists (
        select from reminder
        where work_item_id = item.id and due_on = item.due_on and stage = furthest."stage")
      and not exists (
        select from subject request
        where request.root_id = item.root_id and request.parent_id = item.subject_id and request.kind = 'EXTENSION_REQUEST' and request.state = 'requested')
    order by item.due_on, item.id
    limit ${most}
    for key share of root skip locked
    for share of item skip locked`
}

const NIL = '00000000-0000-0000-0000-000000000000'

/** Counts many days, so that a sweep does it once and not in each of its transactions. */
export function furthestByWork(policy: ReminderPolicy, today: Day, calendar: WorkingCalendar) {
  return remindedWork.flatMap((work) =>
    urgencies.flatMap((urgency) => {
      const rule = ruleFor(policy, { work, urgency })
      const furthest = rule ? furthestStages(rule, today, calendar) : []
      return furthest.map(({ stage, ...days }) => ({ work, urgency, stage: stageKey(stage), ...days }))
    }),
  )
}
