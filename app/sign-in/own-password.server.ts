import { db } from '#app/platform/db.server.ts'
import type { OwnAccountAct } from './own-account.ts'
import { isPassword } from './passwords.server.ts'
import { takeTry } from './tries.server.ts'

export interface OwnLogin {
  username: string
  hasSecondFactor: boolean
  isRightPassword: boolean
}

/** Whether this is the account's password. Somebody at an unlocked desk has no more tries than at the sign-in page. */
export async function checkOwnPassword({ loginId, at }: OwnAccountAct, password: string): Promise<OwnLogin> {
  const login = await db.login.findUniqueOrThrow({
    where: { id: loginId },
    select: { username: true, twoFactorEnabled: true, methods: { where: { providerId: 'credential' } } },
  })
  const username = login.username ?? ''
  const isHeard = await takeTry(username, at)
  const isRightPassword = isHeard && (await isPassword(password, login.methods[0]?.password ?? ''))
  return { username, hasSecondFactor: login.twoFactorEnabled === true, isRightPassword }
}
