import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'

export interface ShownChange {
  source: string
  orderedBy: string
  orderedAt: Date
  isFinished: boolean
  /** Due days listed, tried, and of those the ones that stayed where somebody had put them. */
  listed: number
  tried: number
  stays: number
}

/** An order by which due days move, and how far it is. The tasks are counted, not named. @throws NotFound */
export async function readCalendarChange(organId: string, id: string): Promise<ShownChange> {
  const change = await db.calendarChange.findFirst({ where: { id, organId }, include: { orderedBy: true } })
  if (!change) throw new NotFound()
  const counted = await db.calendarChangeTask.groupBy({ by: ['moved'], where: { changeId: id }, _count: true })
  const of = (moved: boolean | null) => counted.find((each) => each.moved === moved)?._count ?? 0
  return {
    source: change.source,
    orderedBy: change.orderedBy.fullName,
    orderedAt: change.orderedAt,
    isFinished: change.finishedAt !== null,
    listed: of(null) + of(true) + of(false),
    tried: of(true) + of(false),
    stays: of(false),
  }
}
