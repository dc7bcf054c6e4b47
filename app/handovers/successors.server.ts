import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { Day } from '#workflows/calendar/day.ts'

export interface Successors {
  fullName: string
  successors: { value: string; label: string; alias: string }[]
}

/**
 * Who may take a person's work over: whoever works in one of their units, and whoever holds a post such as theirs.
 *
 * @throws NotFound when there is no such person in the organ
 */
export async function readSuccessors({
  personId,
  organId,
  today,
}: {
  personId: string
  organId: string
  today: Day
}): Promise<Successors> {
  const person = await db.person.findFirst({ where: { id: personId, organId } })
  if (!person) throw new NotFound()
  const successors = await db.$queryRaw<Successors['successors']>`
    select person.id as value, person.full_name || ' – ' || string_agg(distinct post.title, ', ') as label,
      string_agg(distinct coalesce(unit.abbreviation, ''), ' ') as alias
    from person
    join post on post.person_id = person.id and post.role <> 'ADMIN'
      and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date)
    left join unit on unit.id = post.unit_id
    where person.organ_id = ${organId}::uuid and person.id <> ${personId}::uuid
      and exists (select from post theirs where theirs.person_id = ${personId}::uuid
        and (theirs.valid_to is null or theirs.valid_to >= ${today}::date)
        and (theirs.unit_id = post.unit_id or (theirs.role = post.role and theirs.role <> 'OFFICER')))
    group by person.id
    order by person.given_name collate "vi-x-icu", person.full_name collate "vi-x-icu"`
  return { fullName: person.fullName, successors }
}
