/** No letter or digit that could be read as another: the code goes by telephone or on a slip of paper. */
export const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
export const CODE_GROUPS = 4
export const CODE_GROUP_LENGTH = 4

const SHAPE = new RegExp(`^[${CODE_LETTERS}]{${CODE_GROUPS * CODE_GROUP_LENGTH}}$`)
const LIFETIME_HOURS = 72

/** Whether the text could be a code at all; people type it in lower case, with or without the dashes. */
export function looksLikeOneTimeCode(text: string): boolean {
  return SHAPE.test(bareCode(text))
}

export function bareCode(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase()
}

/** How long a code may lie on a desk. */
export function codeLapsesAt(madeAt: Date): Date {
  return new Date(madeAt.getTime() + LIFETIME_HOURS * 3_600_000)
}
