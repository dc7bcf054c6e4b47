import type { Problem } from '#app/i18n/problem.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { Day } from '#workflows/calendar/day.ts'

export type HandoverPhase = 'ordered' | 'heldBack' | 'running' | 'done' | 'calledOff'

export interface HandoverRow {
  id: string
  fromDay: Day
  documentSymbol: string
  documentOn: Day
  orderedBy: string
  phase: HandoverPhase
  /** What stands in its way though its day has come. */
  heldBack: Problem | null
  /** "A → B", each move in words. */
  moves: string[]
}

export interface ShownHandover extends HandoverRow {
  /** Tasks listed, tried, and of those the ones that stay where they were. */
  tasks: number
  tried: number
  stays: number
}

/** Orders of the organ, the newest day first. */
export function listHandovers(organId: string): Promise<HandoverRow[]> {
  return read(organId, null)
}

/** One order and how far it is. The tasks are counted, not named. @throws NotFound */
export async function readHandover(organId: string, id: string): Promise<ShownHandover> {
  const [handover] = await read(organId, id)
  if (!handover) throw new NotFound()
  const outcomes = await db.handoverTask.findMany({ where: { handoverId: id }, select: { outcome: true } })
  const tried = outcomes.filter(({ outcome }) => outcome !== null)
  const stays = tried.filter(({ outcome }) => (outcome as { problem: Problem | null }).problem !== null)
  return { ...handover, tasks: outcomes.length, tried: tried.length, stays: stays.length }
}

function read(organId: string, id: string | null): Promise<HandoverRow[]> {
  return db.$queryRaw<HandoverRow[]>`
    select handover.id, handover.from_day::text as "fromDay", handover.document_symbol as "documentSymbol",
      handover.document_on::text as "documentOn", person.full_name as "orderedBy",
      case when handover.called_off_at is not null then 'calledOff' when handover.finished_at is not null then 'done'
        when handover.begun_at is not null then 'running'
        when handover.held_back is not null then 'heldBack' else 'ordered' end as phase,
      case when handover.called_off_at is null then handover.held_back end as "heldBack",
      array(
        select former.name || ' → ' || successor.name
        from jsonb_to_recordset(handover.moves -> 'units') as move("from" uuid, "to" uuid)
        join unit former on former.id = move."from" join unit successor on successor.id = move."to"
        union all
        select former.full_name || ' → ' || successor.full_name
        from jsonb_to_recordset(handover.moves -> 'people') as move("from" uuid, "to" uuid)
        join person former on former.id = move."from" join person successor on successor.id = move."to") as moves
    from handover join person on person.id = handover.ordered_by_id
    where handover.organ_id = ${organId}::uuid and (${id}::uuid is null or handover.id = ${id}::uuid)
    order by handover.from_day desc, handover.ordered_at desc`
}
