import { v7 as newId } from 'uuid'
import { readWorkingCalendar } from '#app/deadlines/working-calendar.server.ts'
import { eachForItself } from '#app/jobs/each-for-itself.ts'
import { tell, type Told } from '#app/notices/tell.server.ts'
import { officeDay, officeHour } from '#app/platform/clock.server.ts'
import { db, transaction, type Transaction } from '#app/platform/db.server.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import { isWorkingDay, type WorkingCalendar } from '#workflows/calendar/working-calendar.ts'
import { type Level, ruleFor, type Stage, stageKey } from '#workflows/reminders/policy.ts'
import { dueStages } from '#workflows/reminders/stages.ts'
import { type Cursor, type FurthestByWork, furthestByWork, type ItemDue, itemsDue } from './items-due.server.ts'
import { policiesInForce, type PolicyVersion } from './policies.server.ts'
import { type Addressed, whoIsTold } from './who-is-told.server.ts'

/** Nobody's telephone rings earlier. */
const FIRST_HOUR = 7
/** So few that an act on one of their tasks waits for milliseconds. */
const BATCH = 200
/** What is late for longer is found all the same; only the holidays further back are not counted. */
const DAYS_BACK = 400

/**
 * Tells what is to be told today and was not yet, in every office, on its working days. It asks what is missing and not what the
 * clock says: what a stopped worker missed comes with the next run, and a run too many finds nothing.
 */
export async function tellDueReminders(at: Date): Promise<void> {
  const today = officeDay(at)
  await eachForItself(await policiesInForce(), async (version) => {
    const calendar = await readWorkingCalendar(db, version.organId, daysAfter(today, -DAYS_BACK))
    if (!isWorkingDay(calendar, today) || officeHour(at) < FIRST_HOUR) return
    const furthest = furthestByWork(version.policy, today, calendar)
    let after: Cursor | null = null
    do {
      after = await transaction('tell reminders', (tx) =>
        tellBatch(tx, { version, calendar, furthest, today, at, after }),
      )
    } while (after)
  })
}

interface Sweep {
  version: PolicyVersion
  calendar: WorkingCalendar
  furthest: FurthestByWork
  today: Day
  at: Date
  after: Cursor | null
}

/** @returns where the next batch goes on; null after the last */
async function tellBatch(tx: Transaction, sweep: Sweep): Promise<Cursor | null> {
  const { version, furthest, today, at, after } = sweep
  const items = await itemsDue(tx, { organId: version.organId, furthest, after, most: BATCH })
  const rows = items.flatMap((item) => rowsOf(item, sweep))
  const written = await insert(tx, rows, { policyId: version.id, at })
  const reminders = rows.filter(({ id, told }) => told && written.has(id))
  const recipients = await whoIsTold(tx, reminders.map(addressOf), today)
  const byId = new Map(reminders.map((row) => [row.id, row]))
  await tell(
    tx,
    recipients.map(({ id, personId }) => ({ personId, at, ...toldOf(byId.get(id)!) })),
  )
  return items.length === BATCH ? items.at(-1)! : null
}

interface ReminderRow {
  id: string
  item: ItemDue
  stage: Stage
  told: boolean
}

function rowsOf(item: ItemDue, { version, calendar, today }: Sweep): ReminderRow[] {
  const rule = ruleFor(version.policy, item)
  if (!rule) return []
  const { tell: stage, passedOver } = dueStages(rule, item, { told: new Set(item.told), today, calendar })
  return [
    ...passedOver.map((each) => ({ id: newId(), item, stage: each, told: false })),
    ...(stage ? [{ id: newId(), item, stage, told: true }] : []),
  ]
}

/** Of two sweeps at once the second waits for the first here, and finds that it was done. @returns the ids that are new */
async function insert(
  tx: Transaction,
  reminders: ReminderRow[],
  { policyId, at }: { policyId: string; at: Date },
): Promise<ReadonlySet<string>> {
  if (reminders.length === 0) return new Set()
  const rows = reminders.map(({ id, item: { rootId, subjectId, work, holder, dueOn }, stage, told }) => {
    return { id, rootId, subjectId, work, holder, dueOn, stage: stageKey(stage), told }
  })
  const written = await tx.$queryRaw<{ id: string }[]>`
    insert into reminder (id, root_id, subject_id, work, holder, due_on, stage, told, policy_id, at)
    select "id", "rootId", "subjectId", "work", "holder", "dueOn", "stage", "told", ${policyId}::uuid, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
      "id" uuid, "rootId" uuid, "subjectId" uuid, "work" work_item_kind, "holder" text, "dueOn" date, "stage" text, "told" boolean)
    order by "subjectId", "work", "holder", "dueOn", "stage"
    on conflict (subject_id, work, holder, due_on, stage) do nothing
    returning id`
  return new Set(written.map(({ id }) => id))
}

function addressOf({ id, item, stage }: ReminderRow): Addressed {
  return { id, rootId: item.rootId, holder: item.holder, level: levelOf(stage) }
}

function levelOf(stage: Stage): Level {
  return stage.kind === 'OVERDUE' ? stage.tells : 'HOLDER'
}

function toldOf({ id, item: { rootId, subjectId, dueOn }, stage }: ReminderRow): Omit<Told, 'personId' | 'at'> {
  const about = { rootId, subjectId, causeKey: `reminder:${id}` }
  switch (stage.kind) {
    case 'BEFORE':
      return { ...about, kind: 'reminderBefore', values: { days: stage.workingDays, dueOn } }
    case 'ON_DAY':
      return { ...about, kind: 'reminderOnDay', values: { dueOn } }
    case 'OVERDUE':
      return { ...about, kind: 'overdue', values: { days: stage.workingDays, level: stage.tells, dueOn } }
  }
}
