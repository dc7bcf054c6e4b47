import { v7 as newId } from 'uuid'
import { now } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'

/** `window` in seconds. */
interface Limit {
  window: number
  max: number
}

/**
 * Counts one try of an address within a window that begins with its first. The library's own storage moves the window along with
 * each try: an office whose people sign in one after the other all morning would be held back for good after the sixtieth.
 */
export async function countTryOfAddress(key: string, { window, max }: Limit, at: Date = now()) {
  const moment = at.getTime()
  const over = moment - window * 1000
  const [tries] = await db.$queryRaw<{ count: number; since: number }[]>`
    insert into rate_limit as tries (id, key, count, last_request) values (${newId()}::uuid, ${key}, 1, ${moment})
    on conflict (key) do update set
      count = case when tries.last_request <= ${over} then 1 else tries.count + 1 end,
      last_request = case when tries.last_request <= ${over} then excluded.last_request else tries.last_request end
    returning count, last_request::float8 as since`
  const { count, since } = tries!
  const allowed = count <= max
  return { allowed, retryAfter: allowed ? null : Math.max(1, Math.ceil((since - over) / 1000)) }
}
