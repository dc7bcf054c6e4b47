import { twoFactor } from 'better-auth/plugins'
import { makeRecoveryCodes } from './recovery-codes.server.ts'

/**
 * better-auth's second factor, asked after every way of signing in. By itself it is asked after a password only, so that
 * whoever holds an administrator's one-time code would pass without it.
 */
export function secondFactor() {
  const plugin = twoFactor({
    backupCodeOptions: { customBackupCodesGenerate: makeRecoveryCodes },
    schema: { user: { fields: {} }, twoFactor: { modelName: 'twoFactor', fields: { userId: 'loginId' } } },
  })
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: ({ path }: { path?: string | undefined }) => path?.startsWith('/sign-in/') ?? false,
  }))
  return { ...plugin, hooks: { ...plugin.hooks, after } }
}
