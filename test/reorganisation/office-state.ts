import { readActor } from '#app/sign-in/read-actor.server.ts'
import { db } from '#app/platform/db.server.ts'
import { principalsOf } from '#workflows/actor.ts'

/** The roots that each person of the office sees at a moment, by the posts they hold then. */
export async function sightOfEach(personIds: string[], at: Date): Promise<Map<string, Set<string>>> {
  const sight = new Map<string, Set<string>>()
  for (const personId of personIds) {
    const actor = await readActor({ personId, at })
    const rows = await db.participant.findMany({
      where: { principal: { in: actor ? principalsOf(actor) : [] } },
      select: { subjectId: true },
    })
    sight.set(personId, new Set(rows.map(({ subjectId }) => subjectId)))
  }
  return sight
}

/** How many each person sees now and did not before, and the other way round; people for whom nothing changed are left out. */
export function changesOf(before: Map<string, Set<string>>, after: Map<string, Set<string>>) {
  return [...before]
    .map(([personId, seen]) => ({
      personId,
      gains: after.get(personId)!.difference(seen).size,
      loses: seen.difference(after.get(personId)!).size,
    }))
    .filter(({ gains, loses }) => gains + loses > 0)
}

export interface OwnedWork {
  subjectId: string
  holder: string
}

/** Every open part and who holds it. */
export function readOwners(): Promise<OwnedWork[]> {
  return db.$queryRaw<OwnedWork[]>`
    select part.id as "subjectId",
      coalesce('unit:' || assignment.unit_id, 'person:' || assignment.person_id) as holder
    from assignment join subject part on part.id = assignment.id
    where part.settled_at is null order by part.id`
}

/** Work items that do not lie with whoever holds the part: by the rules every open part under way is owed once, by its holder. */
export function readMisplacedItems(): Promise<{ subjectId: string; holders: string[] }[]> {
  return db.$queryRaw`
    select part.id as "subjectId", array_agg(item.holder) as holders
    from assignment join subject part on part.id = assignment.id
    join work_item item on item.subject_id = part.id and item.settled_at is null and item.kind in ('RECEIVE', 'PROCESS', 'SUPPORT')
    where part.settled_at is null and not part.restricted
    group by part.id, assignment.unit_id, assignment.person_id
    having count(*) <> 1
      or min(item.holder) <> coalesce('unit:' || assignment.unit_id, 'person:' || assignment.person_id)`
}
