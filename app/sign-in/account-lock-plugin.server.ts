import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { z } from 'zod'
import { now } from '#app/platform/clock.server.ts'
import { spendTheTimeOfACheck } from './passwords.server.ts'
import { takeTry } from './tries.server.ts'

const triedSchema = z.object({ username: z.string(), password: z.string().optional(), code: z.string().optional() })

/** The one answer to a wrong name, a wrong password and a locked account. */
export function wrongCredentials(): APIError {
  return new APIError('UNAUTHORIZED', { code: 'WRONG_CREDENTIALS' })
}

/**
 * Counts tries by account, where better-auth counts them by address only: a whole ministry shares one. It runs after the
 * limit by address, so that an address that is held back cannot lock accounts either.
 */
export function accountLock(): BetterAuthPlugin {
  return {
    id: 'account-lock',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path?.startsWith('/sign-in/') ?? false,
          handler: createAuthMiddleware(async (context) => {
            const tried = triedSchema.parse(context.body)
            if (await takeTry(tried.username, now())) return
            await spendTheTimeOfACheck(tried.password ?? tried.code ?? '')
            throw wrongCredentials()
          }),
        },
      ],
    },
  }
}
