import type { PostRole } from '#workflows/actor.ts'
import { db } from '#app/platform/db.server.ts'
import { READ_ONLY } from '#app/read-only/read-only-mode.server.ts'
import { RIGHTS, type RightsRow, rightsOf } from './rights-sql.server.ts'
import { SECOND_FACTOR_ROLES } from './second-factor-rules.ts'

/** A living session with all that decides rights, as one statement gives it. */
export interface SessionRow extends RightsRow {
  sessionId: string
  renewedAt: Date
  loginId: string
  mustSetPassword: boolean
  provedAt: Date
  hasSecondFactor: boolean
  secondFactorResetAt: Date | null
  /** Of the organ's setting: whoever holds one of these posts needs a second factor. */
  secondFactorRoles: PostRole[]
  /** The setting of the read-only mode; null while everybody may write. */
  readOnly: unknown
  fullName: string
  organName: string
  organAbbreviation: string
}

export interface SessionQuestion {
  token: string
  at: Date
  /** The office's day: posts and charges count if they are valid on it. */
  today: string
}

/**
 * Every page pays for this read, so it is one statement instead of a library's two and ours. Locked accounts, ended
 * sessions and accounts without a person have no row.
 */
export async function readSession({ token, at, today }: SessionQuestion): Promise<SessionRow | null> {
  const rows = await db.$queryRaw<SessionRow[]>`
    select session.id as "sessionId", session.updated_at as "renewedAt",
      session.proved_at as "provedAt",
      login.id as "loginId", login.must_set_password as "mustSetPassword",
      login.two_factor_enabled is true as "hasSecondFactor", login.second_factor_reset_at as "secondFactorResetAt",
      coalesce((select value from setting where key = ${SECOND_FACTOR_ROLES}::text || organ.id::text), '[]'::jsonb) as "secondFactorRoles",
      (select value from setting where key = ${READ_ONLY}) as "readOnly",
      person.id as "personId", person.full_name as "fullName",
      organ.id as "organId", organ.name as "organName", organ.abbreviation as "organAbbreviation",
      ${RIGHTS}
    from login_session session
    join login on login.id = session.login_id
    join person on person.id = login.person_id
    join organ on organ.id = person.organ_id
    ${rightsOf(today)}
    where session.token = ${token} and session.expires_at > ${at}
      and (login.banned is not true or login.ban_expires <= ${at})`
  return rows[0] ?? null
}
