import { dueDayBrief } from '#app/due-days/due-day-brief.ts'
import type { DueDayHistory } from '#app/due-days/due-day-history.ts'
import { readDueDay } from '#app/due-days/read-due-day.server.ts'
import { dueWords } from '#app/due-days/due-words.ts'
import { DIGEST } from '#app/digests/digest.ts'
import { writeDigest } from '#app/digests/write-digest.server.ts'
import { DEFAULT_LOCALE, isLocale } from '#app/i18n/locale.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { db } from '#app/platform/db.server.ts'
import type { Mail } from '#app/platform/mail.server.ts'
import { readActor } from '#app/sign-in/read-actor.server.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Principal, principalsOf } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import { escaped } from './letter.ts'
import { baseAddress } from './mail-address.server.ts'
import { noticeWords } from './notice-words.ts'
import { MAIL_SAYS_SUBJECT } from './office-mail.server.ts'
import { speaksOfDueDay } from './speaks-of-due-day.ts'

interface MailRow {
  kind: string
  values: Record<string, string | number>
  email: string
  locale: string | null
  hasRoot: boolean
  /** The task, while the reader sees it. */
  seenId: string | null
  /** What of it the notice is about. */
  subjectId: string | null
  restricted: boolean
  symbol: string | null
  dueOn: Day | null
  dueHour: Hour | null
  /** Null unless the office lets mail say it. */
  title: string | null
}

/**
 * The mail of a notice as its reader may have it now, in their language; null when there is nothing to send any more. It says the
 * number and the due day with how it came about, and the subject only where the office wants it; of a restricted task neither.
 */
export async function writeMail(noticeId: string, at: Date): Promise<Mail | null> {
  const notice = await db.notice.findUnique({ where: { id: noticeId }, select: { personId: true, kind: true } })
  if (notice?.kind === DIGEST) return writeDigest(noticeId, at)
  const actor = notice && (await readActor({ personId: notice.personId, at }))
  if (!actor) return null
  const principals = principalsOf(actor)
  const [row] = await db.$queryRaw<MailRow[]>`
    select notice.kind, notice."values", person.email, login.locale, notice.root_id is not null as "hasRoot",
      seen.id::text as "seenId", coalesce(notice.subject_id, seen.id)::text as "subjectId",
      coalesce(seen.restricted, false) as restricted, directive.symbol, deadline.due_on::text as "dueOn",
      deadline.due_hour as "dueHour",
      case when not seen.restricted and coalesce((select value from setting
        where key = ${MAIL_SAYS_SUBJECT}::text || person.organ_id::text), 'false') = 'true' then seen.title end as title
    from notice join person on person.id = notice.person_id
    join login on login.person_id = person.id
    left join subject seen on seen.id = notice.root_id and ${visibleTo(principals, Prisma.sql`notice.root_id`)}
    left join task on task.id = seen.id
    left join directive on directive.id = task.directive_id
    left join deadline on deadline.subject_id = coalesce(notice.subject_id, seen.id) and seen.id is not null
    where notice.id = ${noticeId}::uuid and coalesce(person.email, '') <> ''`
  if (!row || (row.hasRoot && !row.seenId)) return null
  const dueDay = await dueDayToExplain(row, principals)
  return { id: noticeId, to: row.email, ...wordsOf({ ...row, dueDay }, `${baseAddress()}/notices/${noticeId}`) }
}

async function dueDayToExplain(
  { kind, seenId, subjectId, dueOn, restricted }: MailRow,
  principals: Principal[],
): Promise<DueDayHistory | null> {
  if (!seenId || !subjectId || !dueOn || restricted || !speaksOfDueDay(kind)) return null
  return readDueDay({ rootId: seenId, subjectId, principals })
}

function wordsOf(
  { kind, values, locale, symbol, dueOn, dueHour, title, dueDay }: MailRow & { dueDay: DueDayHistory | null },
  address: string,
): Omit<Mail, 'id' | 'to'> {
  const t = translateFor(locale && isLocale(locale) ? locale : DEFAULT_LOCALE)
  const said = noticeWords(t, kind, values)
  const lines = [
    said,
    ...(symbol ? [t('notices:letter.symbol', { symbol })] : []),
    ...(title ? [t('notices:letter.subject', { title })] : []),
    ...(dueOn ? [t('notices:letter.dueOn', { day: dueWords(dueOn, dueHour, t) })] : []),
    ...(dueDay ? briefly(dueDay, t) : []),
  ]
  const end = t('notices:letter.end')
  return {
    subject: symbol ? `${said} (${symbol})` : said,
    text: [...lines, '', `${t('notices:letter.open')} ${address}`, '', end].join('\n'),
    html: [
      ...lines.map((line) => `<p>${escaped(line)}</p>`),
      `<p><a href="${escaped(address)}">${escaped(t('notices:letter.open'))}</a></p>`,
      `<p>${escaped(end)}</p>`,
    ].join('\n'),
  }
}

function briefly(dueDay: DueDayHistory, t: Translate): string[] {
  const [basis, ...changes] = dueDayBrief(dueDay, t)
  return [t('notices:letter.why', { words: basis! }), ...changes]
}
