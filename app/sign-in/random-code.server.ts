import { randomInt } from 'node:crypto'
import { CODE_LETTERS } from './one-time-code.ts'

/** Letters and digits that are read and heard without mistaking one for another, in groups: H7KQ-29MF. */
export function randomCode({ groups, groupLength }: { groups: number; groupLength: number }): string {
  const group = () => Array.from({ length: groupLength }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')
  return Array.from({ length: groups }, group).join('-')
}
