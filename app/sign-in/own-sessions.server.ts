import { db } from '#app/platform/db.server.ts'

export interface OwnSession {
  id: string
  address: string | null
  /** As the browser names itself. */
  browser: string | null
  signedInAt: Date
  lastUsedAt: Date
  isThisOne: boolean
}

export interface OwnAccount {
  username: string | null
  sessions: OwnSession[]
}

/** The account page: in two statements, the newest use first. */
export async function ownAccount(owner: { loginId: string; sessionId: string; at: Date }): Promise<OwnAccount> {
  const login = await db.login.findUniqueOrThrow({
    where: { id: owner.loginId },
    select: {
      username: true,
      sessions: { where: { expiresAt: { gt: owner.at } }, orderBy: { updatedAt: 'desc' } },
    },
  })
  const sessions = login.sessions.map((session) => ({
    id: session.id,
    address: session.ipAddress,
    browser: session.userAgent,
    signedInAt: session.createdAt,
    lastUsedAt: session.updatedAt,
    isThisOne: session.id === owner.sessionId,
  }))
  return { username: login.username, sessions }
}
