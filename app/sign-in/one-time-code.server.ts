import { createHash, randomInt } from 'node:crypto'

/** No letter or digit that could be read as another: the code goes by telephone or on a slip of paper. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const GROUPS = 4
const GROUP_LENGTH = 4

/** How long a code may lie on a desk. */
const LIFETIME_HOURS = 72

const SHAPE = new RegExp(`^[${LETTERS}]{${GROUPS * GROUP_LENGTH}}$`)

/** Such as H7KQ-29MF-XW3T-8RPD: 78 bits, so a plain digest of it is enough to keep. */
export function makeOneTimeCode(): string {
  const groups = Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  )
  return groups.join('-')
}

export function hashOneTimeCode(code: string): string {
  return createHash('sha256').update(bare(code)).digest('hex')
}

export function codeLapsesAt(madeAt: Date): Date {
  return new Date(madeAt.getTime() + LIFETIME_HOURS * 3_600_000)
}

/** Whether the text could be a code at all; people type it in lower case, with or without the dashes. */
export function looksLikeOneTimeCode(text: string): boolean {
  return SHAPE.test(bare(text))
}

function bare(code: string): string {
  return code.replace(/[\s-]/g, '').toUpperCase()
}
