import { Refused } from '#app/platform/errors.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'

interface ChosenPeople {
  organId: string
  directingLeaderId: string
  followerId: string
  leadUnitIds: string[]
  supportUnitIds?: string[]
  restricted: boolean
  namedPersonIds: string[]
}

/**
 * Checks that those chosen hold the posts their parts need on this day: the forms offer no others, but a post may end
 * while a form is being filled.
 *
 * @throws Refused saying which choice no longer holds
 */
export async function checkTaskPeople(tx: Transaction, chosen: ChosenPeople, today: Day): Promise<void> {
  const { organId, directingLeaderId, followerId, namedPersonIds, restricted } = chosen
  const leadIds = [...new Set(chosen.leadUnitIds)]
  const unitIds = [...new Set([...leadIds, ...(chosen.supportUnitIds ?? [])])]
  const [found] = await tx.$queryRaw<
    { leader: boolean; follower: boolean; units: number; unitsWithNamedHead: number }[]
  >`
    with held as (
      select person_id, unit_id, role from post
      where organ_id = ${organId}::uuid and valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)
    )
    select
      exists (select from held where person_id = ${directingLeaderId}::uuid and role = 'LEADER') as leader,
      exists (select from held where person_id = ${followerId}::uuid and role = 'SECRETARIAT') as follower,
      (select count(*)::int from unit where id = any(${unitIds}::uuid[]) and organ_id = ${organId}::uuid
        and valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)) as units,
      (select count(distinct unit_id)::int from held where unit_id = any(${leadIds}::uuid[])
        and role in ('UNIT_HEAD', 'DEPUTY_HEAD') and person_id = any(${namedPersonIds}::uuid[])) as "unitsWithNamedHead"`
  if (!found?.leader) throw new Refused('directives:errors.leaderHasNoPost')
  if (!found.follower) throw new Refused('directives:errors.followerHasNoPost')
  if (found.units !== unitIds.length) throw new Refused('directives:errors.unitHasEnded')
  if (restricted && found.unitsWithNamedHead !== leadIds.length) throw new Refused('directives:errors.noHeadNamed')
}
