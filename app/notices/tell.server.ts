import { v7 as newId } from 'uuid'
import { enqueue } from '#app/outbox/enqueue.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { hasMailServer } from '#app/platform/mail.server.ts'
import { noticeChannels, type NoticeKind, noticeKinds, usualWay } from './notice-kinds.ts'

/** One thing to tell one person. No title and no text: those are read through visibility when the notice is shown. */
export interface Told {
  personId: string
  kind: NoticeKind
  rootId: string | null
  subjectId: string | null
  /** What it is told for, such as `step:<root>:<number>`: nobody is told twice for the same cause. */
  causeKey: string
  /** Numbers and days (YYYY-MM-DD) for its words. */
  values: Record<string, string | number>
  at: Date
}

/**
 * Tells people, each by the ways the office and they have chosen, in the transaction of whatever they are told of; mail of who has
 * chosen a digest is left to that, but for what the office has fixed. As one set; in one order, so that two that tell the same people
 * wait for each other and do not stand in each other's way.
 *
 * @returns how many were new
 */
export async function tell(tx: Transaction, notices: Told[]): Promise<number> {
  if (notices.length === 0) return 0
  const rows = notices.map((notice) => ({ ...notice, id: newId() }))
  const [told] = await tx.$queryRaw<{ written: number; waiting: number }[]>`
    with usual as (
      select * from jsonb_to_recordset(${JSON.stringify(usualWays)}::jsonb) as usual(
        "kind" text, "channel" notice_channel, "way" notice_way)
    ), row as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
        "id" uuid, "personId" uuid, "kind" text, "rootId" uuid, "subjectId" uuid, "causeKey" text, "values" jsonb,
        "at" timestamptz)
    ), way as (
      select row."id", row."at", person.email, usual."channel",
        case when rule.fixed then rule.way else coalesce(choice.way, rule.way, usual."way") end as way,
        digest.person_id is not null and rule.fixed is not true as "inDigest"
      from row
      join person on person.id = row."personId"
      join usual on usual."kind" = row."kind"
      left join notice_rule rule on rule.organ_id = person.organ_id and rule.kind = row."kind"
        and rule.channel = usual."channel"
      left join notice_choice choice on choice.person_id = person.id and choice.kind = row."kind"
        and choice.channel = usual."channel"
      left join notice_digest digest on digest.person_id = person.id
    ), written as (
      insert into notice (id, person_id, kind, root_id, subject_id, cause_key, "values", in_app, at)
      select row."id", row."personId", row."kind", row."rootId", row."subjectId", row."causeKey", row."values",
        exists (select from way where way."id" = row."id" and way."channel" = 'APP' and way.way <> 'NONE'), row."at"
      from row order by row."personId", row."causeKey"
      on conflict (person_id, cause_key) do nothing
      returning id
    ), delivered as (
      insert into notice_delivery (notice_id, channel, state, at, next_try_at, last_error)
      select way."id", way."channel", state.state::notice_delivery_state, way."at",
        case when state.state = 'WAITING' then way."at" end,
        case when state.state <> 'NOT_SENT' then null when ${hasMailServer} then 'noAddress' else 'noMailServer' end
      from way join written on written.id = way."id"
      cross join lateral (
        select case
          when way."channel" = 'APP' then 'SENT'
          when not ${hasMailServer} or coalesce(way.email, '') = '' then 'NOT_SENT'
          when way."inDigest" then 'DIGEST'
          else 'WAITING' end as state
      ) state
      where way.way <> 'NONE'
      returning state
    )
    select (select count(*)::int from written) as written,
      (select count(*)::int from delivered where state = 'WAITING') as waiting`
  const { written, waiting } = told!
  if (waiting > 0) await enqueue(tx, { job: 'notices.mail', payload: {}, at: rows[0]!.at })
  return written
}

const usualWays = noticeKinds.flatMap((kind) =>
  noticeChannels.map((channel) => ({ kind, channel, way: usualWay(kind, channel) })),
)
