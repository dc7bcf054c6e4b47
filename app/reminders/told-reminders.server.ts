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

/** More than these nobody reads on the page of a task. */
const SHOWN = 20

/** As JSON, of a row `task`: the newest first. */
export const TOLD_REMINDERS = Prisma.sql`
  coalesce((
    select json_agg(told order by told.at desc) from (
      select reminder.subject_id as "subjectId", reminder.stage, reminder.due_on as "dueOn", reminder.at,
        coalesce((
          select json_agg(json_build_object('name', person.full_name, 'readAt', notice.read_at, 'ways', coalesce((
              select json_object_agg(delivery.channel, delivery.state) from notice_delivery delivery
              where delivery.notice_id = notice.id), '{}')) order by person.given_name, person.id)
          from notice join person on person.id = notice.person_id
          where notice.root_id = task.id and notice.cause_key = 'reminder:' || reminder.id), '[]') as people
      from reminder where reminder.root_id = task.id and reminder.told
      order by reminder.at desc limit ${SHOWN}
    ) told), '[]')`
