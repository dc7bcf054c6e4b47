import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

/** Fetched many at a time: a loading thread makes millions of ids. */
const chances = new Uint8Array(64 * 1024)
let used = chances.length

/** An id as it would have been made at that moment, so that the order of ids is the order of time. */
export function idAt(at: Date): string {
  if (used === chances.length) {
    randomFillSync(chances)
    used = 0
  }
  used += 16
  return v7({ msecs: at.getTime(), random: chances.subarray(used - 16, used) })
}
