import { randomInt } from 'node:crypto'
import { looksLikeOneTimeCode } from './one-time-code.ts'

const SYLLABLES = ['ban', 'cay', 'den', 'gio', 'hoa', 'la', 'mua', 'nui', 'rung', 'sen', 'song', 'tre', 'trang', 'xuan']

/** Words to be read off a screen, and never what the sign-in would take for a one-time code: then nobody could come in. */
export function makeDemoPassword(): string {
  const words = Array.from({ length: 4 }, () => SYLLABLES[randomInt(SYLLABLES.length)])
  const password = `${words.join('-')}-${randomInt(1000, 10_000)}`
  return looksLikeOneTimeCode(password) ? makeDemoPassword() : password
}
