import { z } from 'zod'
import { askAuth, heldBackSeconds, type AuthClient } from './ask-auth.server.ts'
import { typedCode, type TypedCode } from './second-factor-codes.ts'

export type CheckedCode =
  | { outcome: 'right'; typed: TypedCode; token: string }
  | { outcome: 'wrong' }
  /** Too many wrong codes for this account, or too many tries from this address. */
  | { outcome: 'heldBack'; waitSeconds: number }
  /** Nobody is half way in by this cookie any more: it lapsed, or five codes were wrong. */
  | { outcome: 'ended' }

const PATHS: Record<TypedCode['kind'], string> = {
  app: '/two-factor/verify-totp',
  recovery: '/two-factor/verify-backup-code',
}
const WRONG = ['INVALID_CODE', 'INVALID_BACKUP_CODE']
/** better-auth locks for as long, but does not say how long is left. */
const LOCK_SECONDS = 15 * 60

/** Asks better-auth about a code, for the session or the half-finished sign-in the client's cookie names. */
export async function checkCode(typedText: string, client: AuthClient): Promise<CheckedCode> {
  const typed = typedCode(typedText)
  if (!typed) return { outcome: 'wrong' }
  const answer = await askAuth(PATHS[typed.kind], { code: typed.code }, client)
  if (answer.ok) {
    const { token } = z.object({ token: z.string() }).parse(await answer.json())
    return { outcome: 'right', typed, token }
  }
  if (answer.status >= 500) throw new Error(`The second factor failed with status ${answer.status}.`)
  const { code } = z.object({ code: z.string().optional() }).parse(await answer.json())
  const waitSeconds = code === 'ACCOUNT_TEMPORARILY_LOCKED' ? LOCK_SECONDS : heldBackSeconds(answer)
  if (waitSeconds) return { outcome: 'heldBack', waitSeconds }
  // Two people with one recovery code: the slower one is answered 409.
  return { outcome: WRONG.includes(code ?? '') || answer.status === 409 ? 'wrong' : 'ended' }
}
