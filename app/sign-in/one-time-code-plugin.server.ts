import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import { now } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { wrongCredentials } from './account-lock-plugin.server.ts'
import { hashOneTimeCode } from './one-time-code.server.ts'
import { spendTheTimeOfACheck } from './passwords.server.ts'

/** Sign-in by the code an administrator handed over: once, and only on the way to a password of one's own. */
export function oneTimeCode() {
  return {
    id: 'one-time-code',
    endpoints: {
      signInOneTimeCode: createAuthEndpoint(
        '/sign-in/one-time-code',
        { method: 'POST', body: z.object({ username: z.string(), code: z.string() }) },
        async (context) => {
          const { username, code } = context.body
          await spendTheTimeOfACheck(code)
          const loginId = await useCode(username, code)
          if (!loginId) throw wrongCredentials()
          const { internalAdapter } = context.context
          const user = await internalAdapter.findUserById(loginId)
          if (!user) throw wrongCredentials()
          const session = await internalAdapter.createSession(loginId)
          await setSessionCookie(context, { session, user })
          return context.json({ token: session.token })
        },
      ),
    },
  } satisfies BetterAuthPlugin
}

/** Of two people with the same code the quicker one gets in: the update finds it unused only once. */
async function useCode(username: string, code: string): Promise<string | null> {
  const at = now()
  const used = await db.oneTimeCode.updateManyAndReturn({
    where: {
      codeHash: hashOneTimeCode(code),
      usedAt: null,
      expiresAt: { gt: at },
      login: { username, banned: { not: true } },
    },
    data: { usedAt: at },
    select: { loginId: true },
  })
  return used[0]?.loginId ?? null
}
