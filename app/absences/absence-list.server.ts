import { validityPhase, type ValidityPhase } from '#app/organisation/validity.ts'
import { db } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Period } from './forms.ts'

export interface AbsenceRow extends Period {
  id: string
  absent: string
  substitute: string
  /** Null for all posts. */
  postTitle: string | null
  phase: ValidityPhase
  /** Ended before its last day. */
  endedAt: Date | null
  /** When, within these days, the substitute is away too. */
  substituteAway: Period | null
}

export interface AbsenceLists {
  /** Theirs, with who acts for them. */
  own: AbsenceRow[]
  /** Others', for whom they act. */
  asSubstitute: AbsenceRow[]
}

/** Older ones are in the log. */
const SHOWN = 50

/** What was, is and will be, the latest first; in one statement. */
export async function listAbsences({ personId, today }: { personId: string; today: Day }): Promise<AbsenceLists> {
  const rows = await db.$queryRaw<
    (Omit<AbsenceRow, 'phase' | 'substituteAway'> & { isOwn: boolean; awayFrom: Day | null; awayTo: Day | null })[]
  >`
    select absence.id, absence.person_id = ${personId}::uuid as "isOwn", absent.full_name as absent,
      substitute.full_name as substitute, post.title as "postTitle", absence.from_day::text as "fromDay",
      absence.to_day::text as "toDay", absence.ended_at as "endedAt", away.from_day::text as "awayFrom", away.to_day::text as "awayTo"
    from absence
    join person absent on absent.id = absence.person_id
    join person substitute on substitute.id = absence.substitute_id
    left join post on post.id = absence.post_id
    left join lateral (
      select other.from_day, other.to_day from absence other
      where other.person_id = absence.substitute_id and other.ended_at is null
        and other.from_day <= absence.to_day and other.to_day >= absence.from_day
      order by other.from_day limit 1
    ) away on true
    where absence.person_id = ${personId}::uuid or absence.substitute_id = ${personId}::uuid
    order by absence.to_day desc, absence.id desc limit ${SHOWN}`
  const shown = rows.map(({ isOwn, awayFrom, awayTo, ...row }) => ({
    isOwn,
    row: {
      ...row,
      phase: row.endedAt ? ('past' as const) : validityPhase({ validFrom: row.fromDay, validTo: row.toDay }, today),
      substituteAway: awayFrom && awayTo ? { fromDay: awayFrom, toDay: awayTo } : null,
    },
  }))
  return {
    own: shown.filter(({ isOwn }) => isOwn).map(({ row }) => row),
    asSubstitute: shown.filter(({ isOwn }) => !isOwn).map(({ row }) => row),
  }
}

/** Those that run or are to come: what the account page and the person's page tell. */
export function standing({ own, asSubstitute }: AbsenceLists): AbsenceLists {
  const lasts = ({ phase }: AbsenceRow) => phase !== 'past'
  return { own: own.filter(lasts), asSubstitute: asSubstitute.filter(lasts) }
}
