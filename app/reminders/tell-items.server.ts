import { v7 as newId } from 'uuid'
import { tell } from '#app/notices/tell.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { WorkingCalendar } from '#workflows/calendar/working-calendar.ts'
import { levelOf, ruleFor, type Stage, stageKey } from '#workflows/reminders/policy.ts'
import { dueStages } from '#workflows/reminders/stages.ts'
import type { FurthestByWork, ItemDue } from './items-due.server.ts'
import type { PolicyVersion } from './policies.server.ts'
import { reminderNotice } from './reminder-notice.ts'
import { whoIsTold } from './who-is-told.server.ts'

/** One look through the open obligations of an office. */
export interface Sweep {
  version: PolicyVersion
  calendar: WorkingCalendar
  furthest: FurthestByWork
  today: Day
  at: Date
}

/** Tells what has come of some items, and keeps that it was told. */
export async function tellItems(tx: Transaction, items: ItemDue[], sweep: Sweep): Promise<void> {
  const rows = items.flatMap((item) => rowsOf(item, sweep))
  const written = await insert(tx, rows, sweep)
  const reminders = rows.filter(({ id, told }) => told && written.has(id))
  const recipients = await whoIsTold(tx, reminders.map(addressOf), sweep.today)
  const byCause = new Map(reminders.map((row) => [row.causeKey, row]))
  await tell(
    tx,
    recipients.map(({ causeKey, personId }) => {
      const { item, stage } = byCause.get(causeKey)!
      const { rootId, subjectId } = item
      return { personId, rootId, subjectId, causeKey, at: sweep.at, ...reminderNotice(stage, item.dueOn, sweep) }
    }),
  )
}

interface ReminderRow {
  id: string
  item: ItemDue
  stage: Stage
  causeKey: string
  told: boolean
}

function rowsOf(item: ItemDue, { version, calendar, today }: Sweep): ReminderRow[] {
  const rule = ruleFor(version.policy, item)
  if (!rule) return []
  const { tell: now, passedOver } = dueStages(rule, item, { told: new Set(item.told), today, calendar })
  return [...passedOver.map((stage) => rowOf(stage, false)), ...now.map((stage) => rowOf(stage, true))]

  function rowOf(stage: Stage, told: boolean): ReminderRow {
    const causeKey = `reminder:${item.obligationId}:${item.dueOn}:${stageKey(stage)}`
    return { id: newId(), item, stage, causeKey, told }
  }
}

/** Of two sweeps at once the second waits for the first here, and finds that it was done. @returns the ids that are new */
async function insert(tx: Transaction, reminders: ReminderRow[], { version, at }: Sweep): Promise<ReadonlySet<string>> {
  if (reminders.length === 0) return new Set()
  const rows = reminders.map(({ item: { id: workItemId, rootId, dueOn }, stage, ...row }) => {
    return { id: row.id, causeKey: row.causeKey, told: row.told, rootId, workItemId, dueOn, stage: stageKey(stage) }
  })
  const written = await tx.$queryRaw<{ id: string }[]>`
    insert into reminder (id, root_id, work_item_id, cause_key, due_on, stage, told, policy_id, at)
    select "id", "rootId", "workItemId", "causeKey", "dueOn", "stage", "told", ${version.id}::uuid, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
      "id" uuid, "rootId" uuid, "workItemId" uuid, "causeKey" text, "dueOn" date, "stage" text, "told" boolean)
    order by "workItemId", "dueOn", "stage"
    on conflict (work_item_id, due_on, stage) do nothing
    returning id`
  return new Set(written.map(({ id }) => id))
}

function addressOf({ causeKey, item: { rootId, subjectId, work, holder }, stage }: ReminderRow) {
  return { causeKey, rootId, subjectId, work, holder, level: levelOf(stage) }
}
