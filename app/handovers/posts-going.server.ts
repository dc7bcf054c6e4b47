import { db } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Moves } from './moves.ts'

export interface PostGoing {
  postId: string
  fullName: string
  title: string
  /** Where it goes: to the successor of its unit, unless another was chosen. */
  unitId: string
}

/** The posts of the units that end, which go with them unless the order says otherwise. */
export async function readPostsGoing({ units, posts }: Moves, day: Day): Promise<PostGoing[]> {
  const rows = await db.$queryRaw<(Omit<PostGoing, 'unitId'> & { from: string })[]>`
    select post.unit_id as "from", post.id as "postId", person.full_name as "fullName", post.title
    from post join person on person.id = post.person_id join unit on unit.id = post.unit_id
    where post.unit_id = any(${units.map(({ from }) => from)}::uuid[])
      and post.valid_from < ${day}::date and (post.valid_to is null or post.valid_to >= ${day}::date)
    order by unit.position, person.given_name collate "vi-x-icu", person.full_name collate "vi-x-icu"`
  return rows.map(({ from, ...row }) => {
    const elsewhere = posts.find(({ postId }) => postId === row.postId)
    return { ...row, unitId: elsewhere?.unitId ?? units.find((move) => move.from === from)!.to }
  })
}
