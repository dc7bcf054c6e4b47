import { v7 as newId } from 'uuid'
import { readWorkingCalendar } from '#app/deadlines/working-calendar.server.ts'
import { eachForItself } from '#app/jobs/each-for-itself.ts'
import { enqueue } from '#app/outbox/enqueue.server.ts'
import { officeDay, officeHour } from '#app/platform/clock.server.ts'
import { db, transaction, type Transaction } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { isWorkingDay } from '#workflows/calendar/working-calendar.ts'
import { DIGEST } from './digest.ts'

/** So few that nobody who is told something meanwhile waits long. */
const PEOPLE_AT_ONCE = 200

/**
 * Gathers what was left to digests, for everybody whose hour has come on a working day of their office: one mail a person and day. It
 * asks what is missing, so what a stopped worker missed comes with the next run, and what is told after a digest with the next one.
 */
export async function gatherDigests(at: Date): Promise<void> {
  const today = officeDay(at)
  await eachForItself(await officesWaiting(), async (organId) => {
    const calendar = await readWorkingCalendar(db, organId, today)
    if (!isWorkingDay(calendar, today)) return
    let gathered: number
    do {
      gathered = await transaction('gather digests', (tx) => gather(tx, { organId, today, at }))
    } while (gathered === PEOPLE_AT_ONCE)
  })
}

async function officesWaiting(): Promise<string[]> {
  const rows = await db.$queryRaw<{ organId: string }[]>`
    select distinct person.organ_id as "organId"
    from notice_delivery delivery join notice on notice.id = delivery.notice_id join person on person.id = notice.person_id
    where delivery.state = 'DIGEST' and delivery.digest_id is null`
  return rows.map(({ organId }) => organId)
}

interface Gathering {
  organId: string
  today: Day
  at: Date
}

/** Of two that gather at once the second finds the digest of the day made. @returns how many people were gone through */
async function gather(tx: Transaction, { organId, today, at }: Gathering): Promise<number> {
  const causeKey = `digest:${today}`
  const people = await tx.$queryRaw<{ personId: string }[]>`
    select person.id::text as "personId"
    from person left join notice_digest wanted on wanted.person_id = person.id
    where person.organ_id = ${organId}::uuid and coalesce(wanted.hour, 0) <= ${officeHour(at)}
      and exists (
        select from notice_delivery delivery join notice on notice.id = delivery.notice_id
        where notice.person_id = person.id and delivery.state = 'DIGEST' and delivery.digest_id is null)
      and not exists (select from notice where person_id = person.id and cause_key = ${causeKey})
    order by person.id limit ${PEOPLE_AT_ONCE}`
  if (people.length === 0) return 0
  const digests = people.map(({ personId }) => ({ id: newId(), personId }))
  await tx.$executeRaw`
    with written as (
      insert into notice (id, person_id, kind, cause_key, "values", in_app, at)
      select "id", "personId", ${DIGEST}, ${causeKey}, jsonb_build_object('day', ${today}::text), false, ${at}
      from jsonb_to_recordset(${JSON.stringify(digests)}::jsonb) as row("id" uuid, "personId" uuid)
      on conflict (person_id, cause_key) do nothing
      returning id, person_id
    ), gathered as (
      update notice_delivery delivery set digest_id = written.id
      from written join notice on notice.person_id = written.person_id
      where delivery.notice_id = notice.id and delivery.state = 'DIGEST' and delivery.digest_id is null
    )
    insert into notice_delivery (notice_id, channel, state, at, next_try_at)
    select id, 'MAIL', 'WAITING', ${at}, ${at} from written`
  await enqueue(tx, { job: 'notices.mail', payload: {}, at })
  return people.length
}
