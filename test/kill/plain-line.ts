import { db } from '#app/platform/db.server.ts'
import type { Level } from '#workflows/reminders/policy.ts'

interface Owed {
  holders: string[]
  leaderId: string
  followerId: string
  /** Those that have a part of the task. */
  unitIds: string[]
}

/** Who heads which unit and who is in charge of it, in an office where nobody is absent and everybody has one unit at most. */
export interface PlainLine {
  /** The people a holder of work stands for. */
  behind(holder: string): string[]
  /** Who hears of what several owe together, at a level of the line; the follower where that is nobody. */
  told(level: Level, owed: Owed): string[]
}

export async function readPlainLine(): Promise<PlainLine> {
  const posts = await db.post.findMany({ where: { unitId: { not: null } } })
  const charges = await db.charge.findMany()

  const headsOf = (unitId: string): string[] =>
    posts
      .filter((post) => post.unitId === unitId && ['UNIT_HEAD', 'DEPUTY_HEAD'].includes(post.role))
      .map(({ personId }) => personId)
  const behind = (holder: string): string[] => (isUnit(holder) ? headsOf(idOf(holder)) : [idOf(holder)])
  const unitOf = (holder: string): string | null =>
    isUnit(holder) ? idOf(holder) : (posts.find(({ personId }) => personId === idOf(holder))?.unitId ?? null)

  return {
    behind,
    told(level, { holders, leaderId, followerId, unitIds }) {
      const reached = new Set(holders.flatMap(atLevel))
      return reached.size > 0 ? [...reached] : [followerId]

      function atLevel(holder: string): string[] {
        // The follower's unit has not always a part in the task.
        const unitId = unitIds.find((each) => each === unitOf(holder))
        if (level === 'HOLDER') return behind(holder)
        if (level === 'HEAD') return unitId ? headsOf(unitId) : []
        if (level === 'LEADER') return [charges.find((each) => each.unitId === unitId)?.leaderId ?? leaderId]
        return []
      }
    },
  }
}

function isUnit(holder: string): boolean {
  return holder.startsWith('unit:')
}

function idOf(holder: string): string {
  return holder.slice(holder.indexOf(':') + 1)
}
