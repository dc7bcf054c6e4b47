import { stateOfDelivery } from '#app/digests/delivery-state.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { NoticeChannel } from '#app/notices/notice-kinds.ts'

/** A reminder as a task's page shows it: who was told, when, by which ways, and what became of that. */
export interface ToldReminder {
  subjectId: string
  /** Such as before:3, onDay, overdue:2:HEAD. */
  stage: string
  dueOn: Day
  /** As JSON gives moments. */
  at: string
  people: ToldPerson[]
}

export interface ToldPerson {
  name: string
  readAt: string | null
  /** What became of each way it went. */
  ways: Partial<Record<NoticeChannel, DeliveryState>>
}

type DeliveryState = 'WAITING' | 'SENT' | 'FAILED' | 'NOT_SENT' | 'DIGEST'

/** Those of what a reader sees of the task. More than 20 nobody reads on its page. */
export function remindersSeen(reminders: ToldReminder[], seen: ReadonlySet<string>): ToldReminder[] {
  return reminders.filter(({ subjectId }) => seen.has(subjectId)).slice(0, 20)
}

/** Of all that see any of the task. */
const MOST = 200

/** As JSON, of a row `task`: the newest first; one line for those who owe the same. */
export const TOLD_REMINDERS = Prisma.sql`
  coalesce((
    select json_agg(told order by told.at desc) from (
      select item.subject_id as "subjectId", reminder.stage, reminder.due_on as "dueOn", reminder.at,
        coalesce((
          select json_agg(json_build_object('name', person.full_name, 'readAt', notice.read_at, 'ways', coalesce((
              select json_object_agg(delivery.channel, ${stateOfDelivery(Prisma.sql`delivery`)}) from notice_delivery delivery
              where delivery.notice_id = notice.id), '{}')) order by person.given_name, person.id)
          from notice join person on person.id = notice.person_id
          where notice.root_id = task.id and notice.cause_key = reminder.cause_key), '[]') as people
      from (
        select distinct on (cause_key) cause_key, work_item_id, stage, due_on, at
        from reminder where root_id = task.id and told order by cause_key, at
      ) reminder join work_item item on item.id = reminder.work_item_id
      order by reminder.at desc limit ${MOST}
    ) told), '[]')`
